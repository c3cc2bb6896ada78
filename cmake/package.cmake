# SPDX-License-Identifier: Apache-2.0
# cpack -G DEB: a package for Debian 12, with the language model when .model/ has one. SOURCE_DATE_EPOCH makes its bytes repeatable.
set(CPACK_PACKAGE_NAME entente)
set(CPACK_PACKAGE_VENDOR "entente")
set(CPACK_PACKAGE_CONTACT "The entente authors <entente@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "entente reads English texts about world affairs and builds a knowledge graph
of who did what to whom, each edge with the sentence that says so. The graph
is asked with path queries and with English questions, and written as Turtle,
GraphML and more. Nothing leaves the machine.")
include(CPack)
