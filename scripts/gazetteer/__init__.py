# SPDX-License-Identifier: Apache-2.0
"""Tables of facts to the generated files of ontology/gazetteer; see scripts/build_gazetteer.py."""
