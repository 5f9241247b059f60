package uz.yagona.engine.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.query.Column.Use;

/** A searchable kind of row: where it is read from, and the fields callers may name. */
public final class SearchTable {
  /** There is one tenant; rows of instances do not repeat it. */
  static final String TENANT = "'<default>'::text";

  private final String noun;
  private final String from;
  private final String restriction;
  private final OpenRows open;
  private final Narrowed narrowed;
  private final String countFrom;
  private final Column key;
  private final Map<String, Column> columns;
  private final List<Column> shown;

  private SearchTable(Builder builder, Column key) {
    this.noun = builder.noun;
    this.from = builder.from;
    this.restriction = builder.restriction;
    this.open = builder.open;
    this.narrowed = builder.narrowed;
    this.countFrom = builder.countFrom;
    this.key = key;
    this.columns = Map.copyOf(builder.columns);
    this.shown = builder.columns.values().stream().filter(c -> c.is(Use.SHOWN)).toList();
  }

  /**
   * @param noun for messages, for example {@code process instance}
   * @param from SQL after {@code from}; never holds input
   */
  public static Builder of(String noun, String from) {
    return new Builder(noun, from);
  }

  public String noun() {
    return noun;
  }

  String from() {
    return from;
  }

  String restriction() {
    return restriction;
  }

  OpenRows open() {
    return open;
  }

  /** The table to ask: this one, or one that finds the same rows faster. */
  SearchTable fitting(Filter filter) {
    var other = narrowed.table();
    return other != null
            && filter.isAllVisible()
            && open.isImpliedBy(filter)
            && filter.hasOne(narrowed.field())
        ? other
        : this;
  }

  /** Where rows are counted from: a part of {@link #from} when the filter needs no more. */
  String countFrom(Filter filter) {
    var alias = countFrom.substring(countFrom.lastIndexOf(' ') + 1) + ".";
    var isEnough =
        filter.isAllVisible()
            && filter.anyOf().isEmpty()
            && filter.all().stream()
                .map(condition -> filtered(condition.field()))
                .allMatch(column -> column.within() == null && column.sql().startsWith(alias));
    return isEnough ? countFrom : from;
  }

  /** Another table, for filters that ask for one value of a field. */
  private record Narrowed(String field, @Nullable SearchTable table) {}

  Column key() {
    return key;
  }

  List<Column> shown() {
    return shown;
  }

  List<Column> filtered() {
    return columns.values().stream().filter(column -> column.is(Use.FILTERED)).toList();
  }

  List<Column> sorted() {
    return columns.values().stream().filter(column -> column.is(Use.SORTED)).toList();
  }

  /** Whether a filter may name the field. */
  public boolean filters(String field) {
    var column = columns.get(field);
    return column != null && column.is(Use.FILTERED);
  }

  /** Whether the field is compared by a variable's name. */
  public boolean comparesVariables(String field) {
    var column = columns.get(field);
    return column != null && column.is(Use.VARIABLE);
  }

  public boolean sorts(String field) {
    var column = columns.get(field);
    return column != null && column.is(Use.SORTED);
  }

  public boolean shows(String field) {
    return shown.stream().anyMatch(column -> column.name().equals(field));
  }

  Column filtered(String field) {
    var column = columns.get(field);
    if (column == null || !column.is(Use.FILTERED)) {
      throw new InvalidSearchException(
          "Expected a field that a %s can be filtered by, but got '%s'".formatted(noun, field));
    }
    return column;
  }

  Column sorted(String field) {
    var column = columns.get(field);
    if (column == null || !column.is(Use.SORTED)) {
      throw new InvalidSearchException(
          "Expected a field that a %s can be sorted by, but got '%s'".formatted(noun, field));
    }
    return column;
  }

  /** Collects the columns of a table in the order in which they are shown. */
  public static final class Builder {
    private final String noun;
    private final String from;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private String restriction = "true";
    private OpenRows open = OpenRows.UNKNOWN;
    private Narrowed narrowed = new Narrowed("", null);
    private String countFrom;
    private @Nullable Column key;

    private Builder(String noun, String from) {
      this.noun = noun;
      this.from = from;
      this.countFrom = from;
    }

    /** The field that names the row: shown, filtered, sorted, and last in every order. */
    public Builder identity(String name, ColumnType type, String sql) {
      key = new Column(name, type, sql, null, uses(Use.FILTERED, Use.SORTED, Use.SHOWN));
      return put(key);
    }

    /** As {@link #identity}, for rows whose key is no field of the API. */
    Builder hiddenIdentity(String name, ColumnType type, String sql) {
      key = new Column(name, type, sql, null, uses(Use.FILTERED, Use.SORTED));
      return put(key);
    }

    /** Shown, filtered and sorted; {@code more} adds {@link Use#NULLABLE}. */
    public Builder field(String name, ColumnType type, String sql, Use... more) {
      var uses = uses(more);
      uses.addAll(List.of(Use.SHOWN, Use.FILTERED, Use.SORTED));
      return put(new Column(name, type, sql, null, uses));
    }

    /** As {@link #field}, with a closed list of values. */
    public Builder constant(String name, String sql, List<String> values, Use... more) {
      var uses = uses(more);
      uses.addAll(List.of(Use.SHOWN, Use.FILTERED, Use.SORTED));
      return put(new Column(name, ColumnType.TEXT, sql, null, null, uses, values));
    }

    /** Shown and filtered, not sorted. */
    public Builder unsorted(String name, ColumnType type, String sql) {
      var uses = uses(Use.SHOWN, Use.FILTERED);
      return put(new Column(name, type, sql, null, uses));
    }

    /** Filtered and sorted, not shown. */
    Builder hidden(String name, ColumnType type, String sql) {
      return put(new Column(name, type, sql, null, uses(Use.FILTERED, Use.SORTED)));
    }

    /** Filtered and sorted by {@code sql}, shown by {@code shownSql}. */
    public Builder compared(String name, ColumnType type, String sql, String shownSql) {
      var uses = uses(Use.FILTERED, Use.SORTED);
      columns.put(name + ":shown", new Column(name, type, shownSql, null, uses(Use.SHOWN)));
      return put(new Column(name, type, sql, null, uses));
    }

    /** A condition that every row meets; SQL without input. */
    public Builder only(String condition) {
      restriction = condition;
      return this;
    }

    public Builder shown(String name, ColumnType type, String sql) {
      return put(new Column(name, type, sql, null, uses(Use.SHOWN)));
    }

    public Builder filter(String name, ColumnType type, String sql) {
      return put(new Column(name, type, sql, null, uses(Use.FILTERED)));
    }

    /** A filter on another table: {@code within} holds {@code %s} for the comparison. */
    public Builder filter(String name, ColumnType type, String sql, String within) {
      return put(new Column(name, type, sql, within, uses(Use.FILTERED)));
    }

    /** As the filter above, with a faster way for searches that can only find open rows. */
    public Builder filter(
        String name, ColumnType type, String sql, String within, String withinOpen) {
      return put(new Column(name, type, sql, within, withinOpen, uses(Use.FILTERED), List.of()));
    }

    /** Tells by the values of a field that only rows of a partial index can be found. */
    public Builder open(String field, List<String> openValues, String condition) {
      open = new OpenRows(field, openValues, condition);
      return this;
    }

    /** Open rows with one value of {@code field} are found in {@code table} instead. */
    public Builder narrowed(String field, SearchTable table) {
      narrowed = new Narrowed(field, table);
      return this;
    }

    /** Filters that name columns of this table alone are counted without the others. */
    public Builder countedBy(String tableWithAlias) {
      countFrom = tableWithAlias;
      return this;
    }

    /**
     * A filter by name and value of variables; {@code within} also holds {@code ?} for the name.
     */
    public Builder variables(String name, String sql, String within) {
      var uses = uses(Use.FILTERED, Use.VARIABLE);
      return put(new Column(name, ColumnType.JSON_TEXT, sql, within, uses));
    }

    public SearchTable build() {
      if (key == null) {
        throw new IllegalStateException("Expected an identity for " + noun);
      }
      return new SearchTable(this, key);
    }

    private Builder put(Column column) {
      if (columns.put(column.name(), column) != null) {
        throw new IllegalStateException("Expected one column '%s'".formatted(column.name()));
      }
      return this;
    }

    private static Set<Use> uses(Use... uses) {
      var set = EnumSet.noneOf(Use.class);
      set.addAll(Arrays.asList(uses));
      return set;
    }
  }
}
