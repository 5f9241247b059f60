package uz.yagona.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the counters of the engine's process and of its database, where they are known. */
final class Probe implements AutoCloseable {
  private static final String COUNTERS =
      """
      select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint,
        (select wal_fpi from pg_stat_wal),
        (select xact_commit from pg_stat_database where datname = current_database()),
        (select sum(pg_total_relation_size(c.oid))::bigint
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'engine' and c.relkind = 'r')
      """;
  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'engine' and c.relkind = 'r'
      """;
  private final @Nullable Connection database;
  private final @Nullable String engine;
  private final long postmaster;

  private Probe(@Nullable Connection database, @Nullable String engine, long postmaster) {
    this.database = database;
    this.engine = engine;
    this.postmaster = postmaster;
  }

  /** Processor milliseconds and, where a database is known, its counters. */
  record Counters(
      long nanos,
      double machine,
      double client,
      double engine,
      double postgres,
      long wal,
      long pageImages,
      long commits,
      long bytes) {}

  /**
   * Options: {@code --jdbc}, {@code --db-user}, {@code --db-password}, {@code --engine-pid}, {@code
   * --postgres-pid}.
   */
  static Probe open(Options options) throws SQLException {
    var engine = options.has("engine-pid") ? options.text("engine-pid", "") : null;
    var database =
        options.has("jdbc")
            ? DriverManager.getConnection(
                options.text("jdbc", ""),
                options.text("db-user", "postgres"),
                options.text("db-password", ""))
            : null;
    return new Probe(database, engine, options.number("postgres-pid", 0));
  }

  /** Counts nothing but this process. */
  static Probe of(Connection database, long postmaster) {
    return new Probe(database, null, postmaster);
  }

  Counters read() {
    long[] rows = {0, 0, 0, 0};
    if (database != null) {
      try (var statement = database.createStatement();
          var row = statement.executeQuery(COUNTERS)) {
        row.next();
        for (var i = 0; i < rows.length; i++) {
          rows[i] = row.getLong(i + 1);
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
    return new Counters(
        System.nanoTime(),
        Processes.machineMillis(),
        Processes.millis("self"),
        engine == null ? 0 : Processes.millis(engine),
        postmaster == 0 ? 0 : Processes.millisWithChildren(postmaster),
        rows[0],
        rows[1],
        rows[2],
        rows[3]);
  }

  /** What the operations between two readings have cost, each. */
  Map<String, Object> costs(Counters before, Counters after, long operations) {
    var costs = new LinkedHashMap<String, Object>();
    var own = after.client() - before.client();
    if (engine != null) {
      costs.put("cpu_ms_client", Measure.rounded(own / operations));
      costs.put("cpu_ms_engine", Measure.rounded((after.engine() - before.engine()) / operations));
      costs.put("engine_rss_mb", Processes.residentMebibytes(engine));
    } else {
      costs.put("cpu_ms_jvm", Measure.rounded(own / operations));
    }
    if (postmaster != 0) {
      costs.put(
          "cpu_ms_postgres", Measure.rounded((after.postgres() - before.postgres()) / operations));
    }
    if (database != null) {
      costs.put("wal_bytes", (after.wal() - before.wal()) / operations);
      costs.put("wal_page_images", rate(after.pageImages() - before.pageImages(), operations));
      costs.put("commits", rate(after.commits() - before.commits(), operations));
      costs.put("bytes", (after.bytes() - before.bytes()) / operations);
    }
    costs.put("others_share_of_machine", others(before, after));
    return costs;
  }

  private static double rate(long count, long operations) {
    return Measure.rounded(count / (double) operations);
  }

  /** What all other processes took of all cores, 0 to 1. */
  private static double others(Counters before, Counters after) {
    var ours =
        after.client()
            + after.engine()
            + after.postgres()
            - before.client()
            - before.engine()
            - before.postgres();
    var cores = Runtime.getRuntime().availableProcessors();
    var all = (after.nanos() - before.nanos()) / 1e6 * cores;
    return Measure.rounded(Math.max(0, after.machine() - before.machine() - ours) / all);
  }

  /** Packs the engine's tables, so that their size is that of the rows kept. */
  void pack() {
    execute("vacuum full", TABLES);
  }

  /** Removes dead rows and renews the planner's statistics, as a quiet hour would. */
  void vacuum() {
    execute("vacuum analyze", TABLES);
  }

  private void execute(String command, String tables) {
    if (database == null) {
      return;
    }
    try (var statement = database.createStatement()) {
      for (var table : list(tables)) {
        statement.execute(command + " " + table);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** First column of a query; none without a database. */
  List<String> list(String sql) {
    var found = new java.util.ArrayList<String>();
    if (database != null) {
      try (var statement = database.createStatement();
          var row = statement.executeQuery(sql)) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
    return found;
  }

  private static IllegalStateException unreadable(SQLException e) {
    return new IllegalStateException("Expected to ask the database, but failed", e);
  }

  @Override
  public void close() throws SQLException {
    if (database != null) {
      database.close();
    }
  }
}
