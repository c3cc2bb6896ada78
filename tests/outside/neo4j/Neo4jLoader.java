// SPDX-License-Identifier: Apache-2.0
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** Runs a file of statements, twice, in an empty embedded Neo4j whose import folder is the file's, and prints, one JSON object a line, what it then holds. */
public final class Neo4jLoader {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws Exception {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    Path statements = Path.of(arguments[0]).toAbsolutePath();
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[1]))
        .setConfig(GraphDatabaseSettings.load_csv_file_url_root, statements.getParent())
        .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
        .build();
    try {
      GraphDatabaseService graph = service.database("neo4j");
      for (int round = 0; round < 2; round++)
        for (String statement : Files.readString(statements).split(";\n"))
          if (!statement.isBlank()) graph.executeTransactionally(statement);
      print(graph, "node", "MATCH (n:Entity) RETURN n.id AS id, n.label AS label, [l IN labels(n) WHERE l <> 'Entity'][0] AS class, n.mentions AS mentions, n.community AS community, n.pagerank AS pagerank");
      print(graph, "edge", "MATCH (s)-[r]->(t) RETURN s.id AS source, type(r) AS kind, t.id AS target, r.label AS label, r.weight AS weight, r.first AS first, r.last AS last, r.confidence AS confidence, r.negated AS negated");
    } finally {
      service.shutdown();
    }
    Runtime.getRuntime().halt(0);
  }

  private static void print(GraphDatabaseService graph, String what, String query) {
    try (Transaction transaction = graph.beginTx(); Result rows = transaction.execute(query)) {
      while (rows.hasNext()) {
        StringBuilder line = new StringBuilder("{\"what\":\"" + what + "\"");
        for (Map.Entry<String, Object> each : rows.next().entrySet()) line.append(",\"").append(each.getKey()).append("\":").append(json(each.getValue()));
        OUT.println(line.append('}'));
      }
    }
  }

  private static String json(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) return String.valueOf(value);
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }
}
