"""A network as GraphML and as GEXF 1.3 (with days, so that a time line can be drawn)."""

import re
from dataclasses import fields
from xml.etree import ElementTree as Xml

from tocsin.case.network import Edge, Network, Node

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TYPES = {"sign": "int", "start": "int", "end": "int", "certainty": "double"}
GEXF_TYPES = {"int": "integer", "double": "double", "string": "string"}
NODE_FIELDS = [f.name for f in fields(Node) if f.name != "id"]
EDGE_FIELDS = [f.name for f in fields(Edge) if f.name not in ("id", "source", "target")]


def clean(value: object) -> str:
    """Text that XML can hold: a character that it cannot becomes U+FFFD."""
    return NOT_XML.sub("\ufffd", str(value))


def write_xml(root: Xml.Element) -> str:
    Xml.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def write_graphml(network: Network) -> str:
    """**Source** GraphML 1.1 (Brandes, Eiglsperger, Herman, Himsolt and Marshall 2002)."""
    root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for owner, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name in names:
            kind = {"for": owner, "attr.name": name, "attr.type": TYPES.get(name, "string")}
            Xml.SubElement(root, "key", {"id": f"{owner}-{name}", **kind})
    graph = Xml.SubElement(root, "graph", edgedefault="directed")
    for node in network.nodes:
        element = Xml.SubElement(graph, "node", id=clean(node.id))
        write_values(element, "node", node, NODE_FIELDS)
    for edge in network.edges:
        ends = {"id": edge.id, "source": clean(edge.source), "target": clean(edge.target)}
        write_values(Xml.SubElement(graph, "edge", ends), "edge", edge, EDGE_FIELDS)
    return write_xml(root)


def write_values(element: Xml.Element, owner: str, value: object, names: list[str]) -> None:
    for name in names:
        Xml.SubElement(element, "data", key=f"{owner}-{name}").text = clean(getattr(value, name))


def write_gexf(network: Network) -> str:
    """**Source** GEXF 1.3 (gexf.net). Weights are 1, since Gephi refuses negative ones; the sign is an attribute."""
    root = Xml.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    dated = any(edge.day for edge in network.edges)
    mode = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if dated else {"mode": "static"}
    graph = Xml.SubElement(root, "graph", {"defaultedgetype": "directed", **mode})
    for owner, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        attributes = Xml.SubElement(graph, "attributes", {"class": owner})
        for name in names:
            kind = GEXF_TYPES[TYPES.get(name, "string")]
            Xml.SubElement(attributes, "attribute", id=name, title=name, type=kind)
    nodes = Xml.SubElement(graph, "nodes")
    for node in network.nodes:
        element = Xml.SubElement(nodes, "node", id=clean(node.id), label=clean(node.label))
        attribute_values(element, node, NODE_FIELDS)
    edges = Xml.SubElement(graph, "edges")
    for edge in network.edges:
        first, _, last = edge.day.partition("/")
        spell = {"start": first, "end": last or first} if edge.day else {}
        ends = {"id": edge.id, "source": clean(edge.source), "target": clean(edge.target), "weight": "1.0"}
        attribute_values(Xml.SubElement(edges, "edge", {**ends, "kind": edge.kind, **spell}), edge, EDGE_FIELDS)
    return write_xml(root)


def attribute_values(element: Xml.Element, value: object, names: list[str]) -> None:
    values = Xml.SubElement(element, "attvalues")
    for name in names:
        Xml.SubElement(values, "attvalue", {"for": name, "value": clean(getattr(value, name))})
