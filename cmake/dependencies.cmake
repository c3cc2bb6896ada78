# SPDX-License-Identifier: Apache-2.0
# Every outside library, by Debian package; each is linked by the one module that hides it.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)                              # libboost-graph-dev: graph
find_package(nlohmann_json 3.11 REQUIRED)                      # nlohmann-json3-dev: nlp, store, cli
find_package(tl-expected REQUIRED)                             # libexpected-dev: base
find_package(CLI11 2.1 REQUIRED)                               # libcli11-dev: cli
find_package(SQLite3 3.40 REQUIRED)                            # libsqlite3-dev: store
pkg_check_modules(serd REQUIRED IMPORTED_TARGET serd-0)        # libserd-dev: rdf
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc) # libutf8proc-dev: base
pkg_check_modules(libedit REQUIRED IMPORTED_TARGET libedit)    # libedit-dev: cli
pkg_check_modules(highway REQUIRED IMPORTED_TARGET libhwy)       # libhwy-dev: nlp
pkg_check_modules(openssl REQUIRED IMPORTED_TARGET libcrypto)  # libssl-dev: base (SHA-256)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)          # zlib1g-dev: base (large pages)
find_package(cctz REQUIRED)                                    # libcctz-dev: query (time zones)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib) # libcpp-httplib-dev: serve
pkg_check_modules(pcre2 REQUIRED IMPORTED_TARGET libpcre2-8)    # libpcre2-dev: query (the operator =~)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)        # libgumbo-dev: documents (HTML)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)    # libpugixml-dev: documents (DOCX, ODT)
pkg_check_modules(libarchive REQUIRED IMPORTED_TARGET libarchive) # libarchive-dev: documents (zip, tar, gzip, ...)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)  # libuchardet-dev: documents (encodings)
find_package(cld2 REQUIRED)                                    # libcld2-dev: documents (languages)
