// SPDX-License-Identifier: Apache-2.0
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.LogManager;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Reads a GraphML file as Gephi does and prints, one JSON object a line, what it then holds. Warnings of the import too. */
public final class GephiReader {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
    container.getLoader().setAutoScale(false);
    for (java.util.Iterator<Issue> it = container.getReport().getIssues(1000); it.hasNext(); ) {
      Issue issue = it.next();
      if (issue.getLevel() != Issue.Level.INFO) line("issue", field("text", issue.getLevel() + " " + issue.getMessage()));
    }
    importer.process(container, new DefaultProcessor(), workspace);
    DirectedGraph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getDirectedGraph();
    for (Node node : graph.getNodes()) print(node, graph.getModel().getNodeTable());
    for (Edge edge : graph.getEdges()) print(edge, graph.getModel().getEdgeTable());
    System.exit(0);
  }

  private static void print(Node node, Table nodeTable) {
    line("node", field("id", (String) node.getId()), field("label", node.getLabel()), field("class", attribute(node, nodeTable, "class")),
        field("community", attribute(node, nodeTable, "community")), field("pagerank", attribute(node, nodeTable, "pagerank")),
        number("x", node.x()), number("y", node.y()), number("size", node.size()),
        number("r", Math.round(node.r() * 255)), number("g", Math.round(node.g() * 255)), number("b", Math.round(node.b() * 255)));
  }

  private static void print(Edge edge, Table edgeTable) {
    line("edge", field("id", (String) edge.getId()), field("source", (String) edge.getSource().getId()),
        field("target", (String) edge.getTarget().getId()), field("type", edge.getTypeLabel()), field("label", edge.getLabel()),
        field("kind", attribute(edge, edgeTable, "kind")), field("evidence", attribute(edge, edgeTable, "evidence")),
        field("first", attribute(edge, edgeTable, "first")), field("last", attribute(edge, edgeTable, "last")),
        field("confidence", attribute(edge, edgeTable, "confidence")),
        field("interval", intervals(edge)), number("weight", edge.getWeight()), field("directed", Boolean.toString(edge.isDirected())));
  }

  /** When it is shown on the timeline; null where it always is. */
  private static String intervals(Edge edge) {
    org.gephi.graph.api.Interval[] all = edge.getIntervals();
    return all == null || all.length == 0 ? null : java.util.Arrays.toString(all);
  }

  /** Gephi names a column by the key's id and shows the key's name as its title. */
  private static Object attribute(Element element, Table table, String title) {
    for (Column column : table) if (column.getTitle().equals(title)) return element.getAttribute(column);
    return null;
  }

  private static String number(String name, double value) {
    return field(name, String.format(Locale.ROOT, "%.2f", value));
  }

  private static String field(String name, Object value) {
    return quoted(name) + ":" + (value == null ? "null" : quoted(value.toString()));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c < 0x20 || c > 0x7e) out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  private static void line(String what, String... fields) {
    OUT.println("{" + field("what", what) + "," + String.join(",", fields) + "}");
  }
}
