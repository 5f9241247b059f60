package uz.yagona.portal.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.portal.json.Json;

@Repository
class CalendarRepository {
  private static final String YEARS =
      """
      select year from portal.calendar_year where year between :from and :to order by year
      """;
  private static final String DAYS =
      """
      select day, kind, name, is_estimated
      from portal.calendar_day
      where day between :from and :to
      order by day
      """;

  private final JdbcClient jdbc;

  CalendarRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Years of the calendar in that range, ascending. */
  List<Integer> years(int from, int to) {
    return jdbc.sql(YEARS).param("from", from).param("to", to).query(Integer.class).list();
  }

  List<CalendarDay> days(LocalDate from, LocalDate to) {
    return jdbc.sql(DAYS).param("from", from).param("to", to).query(CalendarRepository::day).list();
  }

  private static CalendarDay day(ResultSet row, int index) throws SQLException {
    return new CalendarDay(
        row.getObject("day", LocalDate.class),
        CalendarDay.Kind.valueOf(row.getString("kind")),
        Json.readText(row.getString("name")),
        row.getBoolean("is_estimated"));
  }
}
