package io.clairscore.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCommandsTest {
  @TempDir Path folder;

  /** What a command wrote, and how it ended. */
  private record Ended(int status, String out, String err) {}

  private Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--workspace");
    all.add(folder.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.commands()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Ended(status, out.toString().strip(), err.toString());
  }

  @Test
  void accountsAndTokensAreKeptFromTheCommandLine() {
    Ended created = run("accounts", "create", "anna", "--roles", "ADMINISTRATOR,ADVISOR");
    assertThat(created.status()).as(created.err()).isZero();
    assertThat(created.out()).matches("([a-z2-9]{5}-){4}[a-z2-9]{5}");
    assertThat(run("accounts", "password", "anna").out())
        .matches("([a-z2-9]{5}-){4}[a-z2-9]{5}")
        .isNotEqualTo(created.out());
    assertThat(run("accounts", "create", "robot", "--roles", "MONITOR", "--program").out())
        .isEmpty();

    Ended token = run("tokens", "create", "--account", "robot", "--name", "scraper");
    assertThat(token.out()).matches("cs_[A-Za-z0-9_-]{43}");
    Ended tokens = run("tokens", "list");
    assertThat(tokens.out()).contains("scraper", "MONITOR").doesNotContain(token.out());

    assertThat(run("accounts", "disable", "robot").status()).isZero();
    assertThat(run("accounts", "list").out())
        .containsPattern("robot +tokens +MONITOR +disabled +never")
        .containsPattern("anna +password +ADVISOR,ADMINISTRATOR +active +never")
        .containsPattern("MONITOR +0 of any number");
    assertThat(run("accounts", "list", "--idle-days", "1").out()).doesNotContain("anna");
    String id = tokens.out().lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    assertThat(run("tokens", "revoke", id).status()).isZero();
    assertThat(run("accounts", "roles", "robot", "MONITOR,REVIEWER").status()).isZero();
    assertThat(run("accounts", "delete", "robot").status()).isZero();
  }

  @Test
  void whatIsRefusedSaysWhyAndEndsAsWrongUse() {
    run("accounts", "create", "anna", "--roles", "ADMINISTRATOR");
    for (String[] refused :
        new String[][] {
          {"accounts", "create", "anna", "--roles", "ADVISOR"},
          {"accounts", "delete", "anna"},
          {"accounts", "disable", "nobody"},
          {"tokens", "create", "--account", "anna", "--name", "x", "--roles", "MONITOR"}
        }) {
      Ended ended = run(refused);
      assertThat(ended.status()).as(String.join(" ", refused)).isEqualTo(2);
      assertThat(ended.err()).contains("Cause: ", "Remedy: ");
      assertThat(ended.out()).isEmpty();
    }
  }
}
