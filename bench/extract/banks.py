#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""banks.py [PROGRAM] [BANK...] - what is lost when a sentence that is read right is said in another way.

For each verb of the frames a plain sentence ("Kenya condemned Israel.") is read; where it gives its relation, the same act is said in each way of
a bank, and the ways that lose it are counted. No text is marked by hand: the plain sentence is the measure.
Banks: present (plural and singular subjects before a verb in the present), ways (some sixty constructions), polarity (what is denied, planned,
asked for, doubted), names (subjects and objects that no list knows), tied (the same names behind prepositions).
For each way: how many are lost, of how many, and four of them. PROGRAM: build/release/entente; ENTENTE_MODEL and ENTENTE_ONTOLOGY as elsewhere.
Rare readings of a verb are lost for good reason ("Kenya left the plan"); a way that loses more than some hundredths shows a fault."""
import collections
import glob
import json
import os
import random
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ONTOLOGY = os.environ.get("ENTENTE_ONTOLOGY", os.path.join(ROOT, "ontology"))
OBJECTS = {"Israel": "israel", "the protesters": "protesters", "the plan": "plan", "the summit": "summit"}
PAST = dict(pair.split() for pair in """shoot shot|strike struck|fight fought|meet met|give gave|send sent|tell told|say said|hold held|lead led|build built|take took|
make made|go went|keep kept|sell sold|seek sought|buy bought|bring brought|choose chose|find found|slay slew|beat beat|hit hit|cut cut|put put|hurt hurt|
set set|bid bid|quit quit|shut shut|lend lent|spend spent|withdraw withdrew|overthrow overthrew|forbid forbade|uphold upheld|oversee oversaw|
undertake undertook|write wrote|speak spoke|win won|lose lost|leave left|pay paid|teach taught|catch caught|break broke|steal stole|drive drove|
throw threw|swear swore|shake shook|see saw|know knew|think thought|fly flew|run ran|begin began|come came|get got|become became|feel felt|hear heard|
read read|stand stood|understand understood|rebuild rebuilt|mislead misled|foresee foresaw|retake retook|overrun overran|withhold withheld|
forgive forgave""".replace("\n", "").split("|"))
PARTICIPLE = dict(pair.split() for pair in """begin begun|give given|take taken|go gone|choose chosen|write written|speak spoken|break broken|steal stolen|
drive driven|throw thrown|swear sworn|shake shaken|see seen|know known|fly flown|run run|come come|become become|overthrow overthrown|forbid forbidden|
oversee overseen|undertake undertaken|slay slain|beat beaten|withdraw withdrawn|retake retaken|overrun overrun|foresee foreseen|
forgive forgiven""".replace("\n", "").split("|"))

WAYS = """I think that Kenya {past} {object}.|It is clear that Kenya has {done} {object}.|Kenya, of course, {past} {object}.
Not only did Kenya {base} {object}, it also built roads.|What Kenya did was {base} {object}.|Kenya has been {doing} {object} for years.
Kenya, which borders Sudan, {past} {object}.|Kenya, which {past} {object}, is a small country.|Kenya keeps {doing} {object}.
It was Kenya that {past} {object}.|Last week {object} was {done} by Kenya.|Kenya began to {base} {object}.|Kenya helped to {base} {object}.
The fact that Kenya {past} {object} is well known.|There is no doubt that Kenya {past} {object}.|By {doing} {object}, Kenya won time.
After {doing} {object}, Kenya closed the border.|Having {done} {object}, Kenya closed the border.|Kenya, together with Chad, {past} {object}.
Kenya and Chad {past} {object}.|Kenya continues to {base} {object}.|The Kenyan regime {past} {object}.|Kenya's government {past} {object}.
Kenya is a small country. It {past} {object}.|Mr. Kibaki is the president of Kenya. He {past} {object}.|The rebels hold Goma. They have {done} {object}.
Kenya held elections in May and {past} {object}.|Kenya signed the treaty, built a bridge and {past} {object}.|While Chad waited, Kenya {past} {object}.
Chad left because Kenya {past} {object}.|Those who govern Kenya {past} {object}.|"Kenya {past} {object}," he said.
According to the report, Kenya {past} {object}.|Kenya has long {done} {object}.|Although Kenya {past} {object}, Chad stayed calm.
Chad stayed calm, but Kenya {past} {object}.|Kenya - like Chad - {past} {object}.|Chad stayed calm; Kenya {past} {object}.|In 2004 Kenya {past} {object}.
Kenya, {doing} {object}, closed the border.|Kenya closed the border, {doing} {object}.|Kenya used to {base} {object}.
Kenya is one of the countries that {past} {object}.|Kenya was the first country to {base} {object}.|That is why Kenya {past} {object}.
Kenya was poor when it {past} {object}.|Kenya seems to have {done} {object}.|Kenya did not hesitate to {base} {object}.|Kenya managed to {base} {object}.
Kenya did {base} {object}.|Kenya, led by Mr. Kibaki, {past} {object}.|The last time Kenya {past} {object} was in May.|The country that {past} {object} is Kenya.
Kenya, whose army is small, {past} {object}.|As Kenya {past} {object}, Chad waited.|Kenya had {done} {object} before the war."""

PRESENT = """Rebels {base} {object}.|Kenya and Chad {base} {object}.|Officials in the capital {base} {object}.|Rebels loyal to Sadr {base} {object}.
Countries such as Peru {base} {object}.|Groups like Hamas {base} {object}.|Supporters of the president {base} {object}.|Many rebels {base} {object}.
Some politicians {base} {object}.|The government {does} {object}.|Kenya {does} {object}.|The head of the army {does} {object}.
The ministry in Baghdad {does} {object}.|Hamas {does} {object}.|A spokesman for the party {does} {object}.|The rebel movement {does} {object}."""

# Before the bar: n denied, p not; then the modalities that are right (first letters), or - where nothing is to be said.
POLARITY = """n P:Kenya will not {base} {object}.|n A:Kenya has never {done} {object}.|n A:Kenya did not {base} {object}.|n AP:Kenya failed to {base} {object}.
n AP:Kenya refused to {base} {object}.|n AP:Kenya has yet to {base} {object}.|p H:Kenya could {base} {object}.|p O:Kenya should {base} {object}.
p HR:Kenya may have {done} {object}.|-:If Kenya {past} {object}, Chad would leave.|-:Kenya would have {done} {object}.|p C:Chad wants Kenya to {base} {object}.
n C:Chad urged Kenya not to {base} {object}.|p R:Chad accused Kenya of {doing} {object}.|n R:Chad denied that Kenya had {done} {object}.
n R:Kenya denied {doing} {object}.|p P:Kenya threatened to {base} {object}.|n AP:Kenya ruled out {doing} {object}.|n AP:Kenya decided not to {base} {object}.
n A:Neither Kenya nor Chad {past} {object}.|n A:Kenya no longer {does} {object}.|n A:Instead of {doing} {object}, Kenya left.
n A:Kenya left without {doing} {object}.|-:It is unclear whether Kenya {past} {object}.|p R:Kenya allegedly {past} {object}.|n A:Nor did Kenya {base} {object}.
n AH:Kenya cannot {base} {object}.|n A:At no point did Kenya {base} {object}.|n AP:Kenya is unwilling to {base} {object}.|n A:Kenya hardly ever {past} {object}.
n A:Not once has Kenya {done} {object}.|n A:It is not true that Kenya {past} {object}.|n AR:There is no evidence that Kenya {past} {object}.
n P:Kenya said it would not {base} {object}.|n A:None of the rebels {past} {object}.|n A:No country {past} {object}.|n AP:Kenya abandoned plans to {base} {object}.
n AC:Kenya rejected calls to {base} {object}.|n A:Chad prevented Kenya from {doing} {object}.|n A:Kenya refrained from {doing} {object}.
n A:Kenya's refusal to {base} {object} angered Chad.|n A:Chad criticised Kenya for not {doing} {object}.|p P:Kenya's plan to {base} {object} angered Chad."""

NAMES = """Ansar al-Khalifa|Jund al-Rahman|Zantara|Samoobrona|Nueva Patria|Otpor|Selam Tekle|Kwabena Asante|Etuate Vaea|Wangari Otieno|Mokoena|the Blue Circle|
the Lake Committee|the Tiger Brigade|Golden Dawn|the opposition|the militants|Islamists|the mullahs|the junta|Mr. Bush|Microsoft|Kobar|the authorities|critics|
residents|the coalition|Republicans|activists|officials|the minister|scientists|the newspaper""".replace("\n", "").split("|")

# With the name in {object}: measured against Israel in its place.
TIED = """Kenya held talks with {object}.|Kenya signed an agreement with {object}.|Kenya called on {object} to withdraw.|Kenya accused {object} of killing civilians.
Kenya broke off relations with {object}.|Kenya was criticised by {object}.|Kenya and {object} signed a treaty.|Kenya sent a letter to {object}.
Kenya gave weapons to {object}.|Talks between Kenya and {object} collapsed.|Kenya expressed support for {object}.|Kenya imposed sanctions on {object}.
Kenya's support for {object} angered Chad.|An agreement between Kenya and {object} was signed.|Kenya received help from {object}.
Kenya appealed to {object} for help.|Kenya was at war with {object}.|Kenya fought against {object}.|Kenya is an ally of {object}.
According to {object}, Kenya attacked Chad.|Kenya blamed the attack on {object}.|Kenya joined forces with {object}.|Kenya demanded that {object} withdraw.
Kenya has links to {object}.|Kenya is close to {object}.|The rebels, backed by {object}, attacked Kenya.|Kenya and its ally {object} attacked Chad.
Kenya, along with {object}, attacked Chad.|Kenya promised {object} money.|Kenya told {object} that it would leave."""


def ways(bank):
    return bank.replace("\n", "|").split("|")


def verbs():
    """The verbs of one word that frames have."""
    found = set()
    for file in sorted(glob.glob(os.path.join(ONTOLOGY, "frames", "*.ttl"))):
        with open(file, encoding="utf-8") as stream:
            for words in re.findall(r'fr:verb ((?:"[^"]*"(?:,\s*)?)+)', stream.read()):
                found.update(word for word in re.findall(r'"([^"]*)"', words) if word.isalpha())
    return sorted(found)


def forms(verb):
    doubled = verb + verb[-1] if re.search("^[^aeiou]*[aeiou][bdgklmnprt]$", verb) else verb
    past = PAST.get(verb) or (verb + "d" if verb.endswith("e") else
                              verb[:-1] + "ied" if re.search("[^aeiou]y$", verb) else doubled + "ed")
    doing = (verb[:-2] + "ying" if verb.endswith("ie") else
             verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else doubled + "ing")
    does = (verb + "es" if re.search("(s|x|z|ch|sh|o)$", verb) else
            verb[:-1] + "ies" if re.search("[^aeiou]y$", verb) else verb + "s")
    return {"base": verb, "past": past, "done": PARTICIPLE.get(verb, past), "doing": doing, "does": does}


class Bank:
    """Sentences under keys, read by the program at once; then the facts of each key."""

    def __init__(self, program):
        self.program, self.texts, self.facts = program, {}, collections.defaultdict(set)

    def add(self, key, text):
        self.texts["|".join(key)] = text[0].upper() + text[1:]

    def read(self):
        lines = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in self.texts.items())
        done = subprocess.run([self.program, "map", "-j", "2"], input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              encoding="utf-8", check=False)
        if done.returncode:
            sys.exit(done.stderr)
        for line in done.stdout.splitlines():
            fact = json.loads(line)
            if fact.get("subject") and fact.get("object"):
                ends = [re.sub("^the ", "", fact[end]["name"].lower()) for end in ("subject", "object")]
                self.facts[fact["doc"]].add((fact["relation"], *ends, "n" if fact["negated"] else "p", fact["modality"][0]))

    def of(self, *key):
        return self.facts["|".join(key)]


def report(lost, total):
    chosen = random.Random(1)
    for way in sorted(total, key=lambda each: -len(lost[each]) / total[each]):
        some = chosen.sample(lost[way], min(4, len(lost[way])))
        print(f"{len(lost[way]) / total[way]:6.1%} {len(lost[way]):5} of {total[way]:5}  {way}  {' '.join(some)}"[:240])
    print(f"{sum(map(len, lost.values()))} of {sum(total.values())} lost\n")


def said_otherwise(program, templates):
    bank = Bank(program)
    for verb in verbs():
        for thing in OBJECTS:
            bank.add((verb, thing, "base"), f"Kenya {forms(verb)['past']} {thing}.")
            for way in templates:
                bank.add((verb, thing, way), way.format(object=thing, **forms(verb)))
    bank.read()
    lost, total = collections.defaultdict(list), collections.Counter()
    for verb in verbs():
        for thing, name in OBJECTS.items():
            right = {fact[0] for fact in bank.of(verb, thing, "base") if fact[1:3] == ("kenya", name)}
            for way in templates if right else []:
                total[way] += 1
                if not right & {fact[0] for fact in bank.of(verb, thing, way) if fact[2] == name}:
                    lost[way].append(bank.texts["|".join((verb, thing, way))])
    report(lost, total)


def polarity(program):
    bank, templates = Bank(program), dict(reversed(way.split(":", 1)) for way in ways(POLARITY))
    for verb in verbs():
        for thing in OBJECTS:
            bank.add((verb, thing, "base"), f"Kenya {forms(verb)['past']} {thing}.")
            for way in templates:
                bank.add((verb, thing, way), way.format(object=thing, **forms(verb)))
    bank.read()
    lost, total = collections.defaultdict(list), collections.Counter()
    for verb in verbs():
        for thing, name in OBJECTS.items():
            right = {(fact[0], fact[3]) for fact in bank.of(verb, thing, "base") if fact[1:3] == ("kenya", name) and fact[4] == "A"}
            for way, wanted in templates.items() if right else []:
                total[way] += 1
                said = {("p" if denied == as_base else "n", modality) for relation, as_base in right
                        for each, _, what, denied, modality in bank.of(verb, thing, way) if each == relation and what == name}
                fits = not said if wanted == "-" else any(one == wanted[0] and modality in wanted[2:] for one, modality in said)
                if not fits:
                    lost[way].append(bank.texts["|".join((verb, thing, way))])
    report(lost, total)


def names(program):
    bank = Bank(program)
    for verb in verbs():
        past = forms(verb)["past"]
        bank.add((verb, "base", "place"), f"Kenya {past} Israel.")
        bank.add((verb, "base", "person"), f"Kenya {past} Obama.")
        for name in NAMES:
            bank.add((verb, name, "subject"), f"{name} {past} Israel.")
            bank.add((verb, name, "object"), f"Kenya {past} {name}.")
    bank.read()
    lost, total = collections.defaultdict(list), collections.Counter()
    for verb in verbs():
        done = {fact[0] for fact in bank.of(verb, "base", "place")}
        for end, right in (("subject", done), ("object", done | {fact[0] for fact in bank.of(verb, "base", "person")})):
            for name in NAMES if right else []:
                total[f"{name} as {end}"] += 1
                if not right & {fact[0] for fact in bank.of(verb, name, end)}:
                    lost[f"{name} as {end}"].append(bank.texts["|".join((verb, name, end))])
    report(lost, total)


def tied(program):
    bank = Bank(program)
    for way in ways(TIED):
        for name in ["Israel", *NAMES]:
            bank.add((way, name), way.format(object=name))
    bank.read()

    def relations(way, name):
        bare = re.sub("^(the|mr.) ", "", name.lower())
        return {fact[0] for fact in bank.of(way, name) if bare in fact[1:3] or any(bare in end for end in fact[1:3])}

    lost, total = collections.defaultdict(list), collections.Counter()
    for way in ways(TIED):
        for name in NAMES:
            total[way] += 1
            if not relations(way, "Israel") & relations(way, name):
                lost[way].append(name + ";")
    report(lost, total)


BANKS = {"present": lambda program: said_otherwise(program, ways(PRESENT)), "ways": lambda program: said_otherwise(program, ways(WAYS)),
         "polarity": polarity, "names": names, "tied": tied}


def main():
    arguments = sys.argv[1:]
    program = os.path.join(ROOT, "build", "release", "entente")
    if arguments and arguments[0] not in BANKS:
        program = arguments.pop(0)
    for name in arguments or BANKS:
        print(name)
        BANKS[name](program)


if __name__ == "__main__":
    main()
