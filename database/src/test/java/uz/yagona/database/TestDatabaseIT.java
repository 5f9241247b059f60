package uz.yagona.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where tests get their database. */
class TestDatabaseIT {

  private static String ask(TestDatabase database, String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void shouldStartAServerWhenNoneIsNamed() throws SQLException {
    try (var database = TestDatabase.start(Map.of())) {
      assertThat(ask(database, "select count(*) from pg_tables where schemaname = 'public'"))
          .isEqualTo("0");
    }
  }

  @Test
  void shouldMakeAndDropADatabaseOnTheServerThatIsNamed() throws SQLException {
    try (var server = EmbeddedDatabase.startTemporary()) {
      var environment =
          Map.of(
              "YAGONA_TEST_POSTGRES", server.jdbcUrl(), "YAGONA_TEST_POSTGRES_USER", server.user());
      String name;
      try (var database = TestDatabase.start(environment)) {
        name = ask(database, "select current_database()");
        assertThat(name).startsWith("yagona_test_");
      }
      try (var other = TestDatabase.start(environment)) {
        assertThat(
                ask(other, "select count(*) from pg_database where datname = '%s'".formatted(name)))
            .isEqualTo("0");
      }
    }
  }

  @Test
  void shouldRefuseWhatIsNoAddress() {
    assertThatThrownBy(() -> TestDatabase.start(Map.of("YAGONA_TEST_POSTGRES", "localhost")))
        .hasMessageStartingWith("Expected YAGONA_TEST_POSTGRES to be an address like")
        .hasMessageEndingWith("but it is 'localhost'");
  }

  @Test
  void shouldTakeNoImageThatIsNotNamed() {
    assertThatThrownBy(() -> TestDatabase.start(Map.of("YAGONA_TEST_POSTGRES", "testcontainers")))
        .hasMessageStartingWith("Expected YAGONA_TEST_POSTGRES_IMAGE to name an image");
  }

  @Test
  void shouldLetTestcontainersFetchNoImageOfItsOwn() {
    assertThatThrownBy(
            () ->
                TestDatabase.start(
                    Map.of(
                        "YAGONA_TEST_POSTGRES", "testcontainers",
                        "YAGONA_TEST_POSTGRES_IMAGE", "a-database")))
        .hasMessageStartingWith("Expected TESTCONTAINERS_RYUK_DISABLED=true");
  }
}
