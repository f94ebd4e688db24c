package io.clairscore.features.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting under its name, and under the name of its environment variable. */
final class Settings {
  private static final String TESTS = "CLAIRSCORE_TEST_";

  private final String prefix;
  private final Set<String> others;
  private final Map<String, Setting> byName = new LinkedHashMap<>();

  Settings(Program<?> program) {
    prefix = program.prefix();
    others = program.otherVariables();
    add(Setting.all(program.settings()));
  }

  private void add(Setting group) {
    for (Setting member : group.members().values()) {
      if (member.isGroup()) {
        add(member);
      } else {
        byName.put(member.name(), member);
      }
    }
  }

  /** The setting of a name; names below an open one are free. */
  Optional<Setting> of(String name) {
    Setting known = byName.get(name);
    return known != null
        ? Optional.of(known)
        : byName.values().stream()
            .filter(Setting::isOpen)
            .filter(open -> name.startsWith(open.name() + "."))
            .map(open -> open.entry(name))
            .findFirst();
  }

  /** Whether an environment variable is meant as a setting. */
  boolean isVariable(String variable) {
    return variable.startsWith(prefix)
        && !variable.startsWith(TESTS)
        && others.stream().noneMatch(other -> isOf(other, variable));
  }

  private static boolean isOf(String other, String variable) {
    return other.endsWith("_") ? variable.startsWith(other) : variable.equals(other);
  }

  /**
   * The setting whose name, in capitals and joined by underscores, is that of a variable. Of open
   * ones, those that are set can be meant: capitals do not say how an unknown name is written.
   */
  Optional<Setting> ofVariable(String variable, ObjectNode set) {
    Map<String, Setting> byVariable = new LinkedHashMap<>();
    for (Setting setting : byName.values()) {
      byVariable.put(variableOf(setting), setting);
      if (setting.isOpen()) {
        set.at("/" + String.join("/", setting.path()))
            .fieldNames()
            .forEachRemaining(
                own -> {
                  Setting entry = setting.entryNamed(own);
                  byVariable.put(variableOf(entry), entry);
                });
      }
    }
    return Optional.ofNullable(byVariable.get(variable.toUpperCase(Locale.ROOT)));
  }

  private String variableOf(Setting setting) {
    return prefix + setting.name().replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
