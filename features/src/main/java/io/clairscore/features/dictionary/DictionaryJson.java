package io.clairscore.features.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Table.ForeignKey;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Text;
import io.clairscore.features.use.Ground;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Uses;
import java.util.List;
import java.util.Locale;

/** Writes the dictionary as JSON. */
final class DictionaryJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Catalogue catalogue;
  private final Texts texts = Texts.all();
  private final FeatureTexts featureTexts = FeatureTexts.core();

  DictionaryJson(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String write() {
    ObjectNode root = JSON.objectNode();
    root.put("catalogueHash", catalogue.hash());
    ArrayNode groups = root.putArray("groups");
    for (BusinessGroup group : BusinessGroup.values()) {
      groups.add(group(group));
    }
    ArrayNode grounds = root.putArray("grounds");
    for (Ground ground : Ground.values()) {
      grounds.add(ground(ground));
    }
    ArrayNode tables = root.putArray("tables");
    for (Table table : Table.values()) {
      tables.add(table(table));
    }
    ArrayNode features = root.putArray("features");
    catalogue.features().forEach(feature -> features.add(feature(feature)));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree of nodes always has a text", impossible);
    }
  }

  private ObjectNode group(BusinessGroup group) {
    ObjectNode node = JSON.objectNode().put("key", group.name());
    node.set("label", text(featureTexts.label(group)));
    node.set("description", text(featureTexts.description(group)));
    return node;
  }

  private static ObjectNode ground(Ground ground) {
    ObjectNode node = JSON.objectNode().put("key", ground.name());
    node.set("reason", text(ground.reason()));
    node.set("law", text(ground.law()));
    return node;
  }

  private ObjectNode table(Table table) {
    ObjectNode node = JSON.objectNode().put("name", table.schema().name());
    node.set("label", text(texts.label(table)));
    node.set("description", text(texts.description(table)));
    ArrayNode key = node.putArray("primaryKey");
    table.schema().primaryKey().forEach(column -> key.add(column.name()));
    ArrayNode columns = node.putArray("columns");
    table.schema().columns().forEach(column -> columns.add(column(table, column)));
    return node;
  }

  private ObjectNode column(Table table, Column column) {
    ObjectNode node = JSON.objectNode().put("name", column.name());
    node.set("label", text(texts.label(column)));
    node.set("description", text(texts.description(column)));
    node.put("role", lower(column.role()));
    Dictionary.group(column).ifPresent(group -> putGroup(node, group));
    putRuling(node, Uses.all().of(column));
    if (column instanceof NumberColumn number) {
      node.put("type", number.integer() ? "integer" : "decimal");
      putUnit(node, number.unit());
      node.put("min", number.min()).put("max", number.max());
    } else if (column instanceof CategoryColumn category) {
      node.put("type", "category");
      ArrayNode values = node.putArray("values");
      for (String value : category.values()) {
        ObjectNode entry = values.addObject().put("value", value);
        entry.set("label", text(texts.label(category, value)));
        Ruling ruling = Uses.all().of(category, value);
        if (!ruling.equals(Uses.all().of(category))) {
          putRuling(entry, ruling);
        }
      }
    }
    for (ForeignKey reference : table.foreignKeys()) {
      if (reference.child() == column) {
        node.put("references", reference.parent().toString());
      }
    }
    return node;
  }

  private ObjectNode feature(Feature feature) {
    ObjectNode node = JSON.objectNode().put("index", feature.index()).put("name", feature.name());
    node.set("label", text(featureTexts.label(feature)));
    node.set("description", text(featureTexts.description(feature)));
    putGroup(node, feature.group());
    node.put("family", feature.family()).put("table", feature.table().schema().name());
    putUnit(node, feature.unit());
    node.put("squared", feature.squared());
    putRuling(node, feature.ruling());
    feature.aggregate().ifPresent(aggregate -> putAggregate(node, aggregate));
    featureTexts.yesAndNo(feature).ifPresent(labels -> putYesAndNo(node, labels));
    feature.category().ifPresent(category -> putCategory(node, category));
    node.put("formula", feature.formula());
    ArrayNode lineage = node.putArray("lineage");
    feature.lineage().forEach(column -> lineage.add(column.toString()));
    return node;
  }

  /** The two values of a feature that is 1 or 0, 1 first. */
  private static void putYesAndNo(ObjectNode node, List<Text> labels) {
    ArrayNode values = node.putArray("values");
    values.addObject().put("value", 1).set("label", text(labels.get(0)));
    values.addObject().put("value", 0).set("label", text(labels.get(1)));
  }

  private void putAggregate(ObjectNode node, Aggregate aggregate) {
    node.put("aggregate", aggregate.name());
    node.set("aggregateLabel", text(featureTexts.label(aggregate)));
  }

  private static void putCategory(ObjectNode node, Category category) {
    node.put("categoryColumn", category.column().toString()).put("category", category.value());
  }

  private static void putRuling(ObjectNode node, Ruling ruling) {
    node.put("use", lower(ruling.use())).put("ground", ruling.ground().name());
  }

  private void putGroup(ObjectNode node, BusinessGroup group) {
    node.put("group", group.name());
    node.set("groupLabel", text(featureTexts.label(group)));
  }

  private void putUnit(ObjectNode node, Unit unit) {
    node.put("unit", unit.name());
    node.set("unitLabel", text(texts.label(unit)));
  }

  private static ObjectNode text(Text text) {
    return JSON.objectNode().put("fr", text.french()).put("en", text.english());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
