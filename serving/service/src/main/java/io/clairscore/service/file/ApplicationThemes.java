package io.clairscore.service.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.dictionary.Dictionary;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.use.Uses;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of an application by theme, and their cells. Immutable and thread-safe. */
final class ApplicationThemes {
  private static final Texts TEXTS = Texts.all();

  private final Map<BusinessGroup, List<Column>> themes = new EnumMap<>(BusinessGroup.class);

  ApplicationThemes() {
    for (Column column : Application.SCHEMA.columns()) {
      if (column.role() == Column.Role.ATTRIBUTE) {
        Dictionary.group(column)
            .ifPresent(
                group -> themes.computeIfAbsent(group, none -> new ArrayList<>()).add(column));
      }
    }
  }

  /** What an application tells, by theme. */
  List<ProfileTheme> of(Dossier dossier) {
    ObjectNode row =
        (ObjectNode) DossierJson.writeTree(dossier).get(Table.APPLICATION.schema().name());
    List<ProfileTheme> all = new ArrayList<>();
    themes.forEach(
        (group, columns) ->
            all.add(
                new ProfileTheme(
                    group,
                    Label.of(FeatureTexts.core().label(group)),
                    columns.stream()
                        .map(column -> cell(column, row.get(column.name())))
                        .toList())));
    return all;
  }

  private static DescribedCell cell(Column column, JsonNode value) {
    DescribedCell.State state = DescribedCell.State.KNOWN;
    if (value == null) {
      state = DescribedCell.State.MISSING;
    } else if (value.asText().equals(DossierJson.UNSEEN)) {
      state = DescribedCell.State.UNKNOWN;
    }
    boolean known = state == DescribedCell.State.KNOWN;
    NumberColumn number = column instanceof NumberColumn own ? own : null;
    return new DescribedCell(
        column.name(),
        Label.of(TEXTS.label(column)),
        Uses.all().of(column).use().name().toLowerCase(Locale.ROOT),
        state,
        known ? value : null,
        number == null ? null : number.unit(),
        number == null ? null : Label.of(TEXTS.label(number.unit())),
        known && column instanceof CategoryColumn category
            ? Label.of(TEXTS.label(category, value.asText()))
            : null);
  }
}
