// SPDX-License-Identifier: Apache-2.0
#include "documents/language.hpp"

#include "support/catch.hpp"

using entente::documents::foreign_language;

TEST_CASE("English is not left out, however short or full of names") {
  for (const char* text :
       {"", "Norway.", "1 2 3 4 5", "Macron, Scholz, Sánchez, Meloni in Granada", "Xi meets Putin",
        "Tokayev, Mirziyoyev, Berdimuhamedow, Japarov, Rahmon meet Fumio Kishida in Astana",
        "Deutsche Bank, Société Générale, Crédit Agricole, BNP Paribas, Banco Santander sued",
        "Lavrov visits Luanda, Maputo, Antananarivo, Ouagadougou, N'Djamena, Nouakchott, Bamako, Niamey, "
        "Yamoussoukro "
        "and Bujumbura; talks with Faye, Goïta, Tiani, Traoré, Déby, Ndayishimiye, Lourenço, Nyusi",
        "China sent masks to Italy. Italy thanked China. The WHO praised Beijing."}) {
    INFO(text);
    CHECK_FALSE(foreign_language(text));
  }
}

TEST_CASE("another language is named") {
  CHECK(foreign_language(
            "Die Außenministerin reiste am Montag nach Paris und sprach dort mit ihrem Amtskollegen über "
            "die Lage an der Grenze, über Lieferungen von Getreide und über neue Regeln für den Handel.") ==
        "German (de)");
  CHECK(foreign_language(
            "Le ministre a rencontré lundi son homologue à Berlin, et les deux pays ont décidé de travailler "
            "ensemble à une réponse commune face à la crise, selon un communiqué.") == "French (fr)");
  CHECK(foreign_language("Министр встретился в понедельник с коллегой в Берлине") == "Russian (ru)");
  CHECK(foreign_language("外交部长星期一在柏林会见了他的同事") == "Chinese (zh)");
  CHECK(
      foreign_language(
          "Statsministeren rejste mandag til Oslo for at tale med sin kollega om handel, og de var enige om "
          "at have et nyt møde i maj, siger en talsmand for regeringen.") == "Danish (da)");
}

TEST_CASE("a text half in English is kept") {
  CHECK_FALSE(
      foreign_language("The minister said that the two countries would work together on the border, and that "
                       "talks will go on in May. "
                       "Der Minister sagte, dass die beiden Länder an der Grenze zusammenarbeiten und dass "
                       "die Gespräche im Mai "
                       "weitergehen."));
}
