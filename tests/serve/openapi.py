# SPDX-License-Identifier: Apache-2.0
"""As much of JSON Schema as the description of the API uses. A keyword that is not known here is an error, not skipped."""
import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {"type", "properties", "required", "additionalProperties", "items", "$ref", "enum", "pattern", "minimum", "maximum", "default", "description"}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def faults(value, schema, api, place="$"):
    """Where a value is not as the schema says."""
    unknown = set(schema) - KNOWN
    if unknown:
        yield f"{place}: the schema has {unknown}"
    if "$ref" in schema:
        yield from faults(value, api["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], api, place)
        return
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_type(value, name) for name in types):
        yield f"{place}: {type(value).__name__}, not {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} is not like {schema['pattern']}"
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), api, f"{place}[{i}]")
    if isinstance(value, dict):
        properties, more = schema.get("properties", {}), schema.get("additionalProperties", True)
        for name in schema.get("required", []):
            if name not in value:
                yield f"{place}: no {name}"
        for name, item in value.items():
            if name in properties:
                yield from faults(item, properties[name], api, f"{place}.{name}")
            elif more is False:
                yield f"{place}: {name} is not described"
            elif isinstance(more, dict):
                yield from faults(item, more, api, f"{place}.{name}")


def answer_schema(api, method, path, status):
    operation = api["paths"][path][method.lower()]
    answer = operation["responses"].get(str(status), operation["responses"]["default"])
    return answer["content"]


def exchange(report, server, api, method, path, body=None, headers=None):
    """Asks, and checks that the answer is as described."""
    bare = path.split("?")[0]
    status, fields, answer = server.ask(method, path, body, headers)
    content = answer_schema(api, method, bare, status)
    kind = fields["content-type"]
    report.check(f"{path}: {kind} is described", kind in content, list(content))
    if kind == "application/json":
        found = list(faults(answer, content[kind]["schema"], api))
        report.check(f"{path} answers as described", not found, found[:5])
    for name, expected in [("x-content-type-options", "nosniff"), ("content-security-policy", "default-src 'none'"), ("cache-control", "no-store")]:
        report.check(f"{path} has {name}", expected in fields.get(name, ""), fields)
    return status, answer
