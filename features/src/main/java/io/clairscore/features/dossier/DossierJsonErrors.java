package io.clairscore.features.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Every way in which a document can fail to be a dossier. Paths read {@code bureau[3].COLUMN}. */
final class DossierJsonErrors {
  private DossierJsonErrors() {}

  static Refusal malformed(JsonProcessingException cause) {
    return Refusal.data(
            "The dossier is not a JSON document.",
            JsonFault.of(cause),
            "Send one well-formed JSON object; missing is null, not NaN, and no name occurs twice.")
        .from(cause);
  }

  static Refusal notAnObject(String path, String found) {
    return Refusal.data(
        path + " is " + found + ", not an object.",
        "The document is an object of tables, and each row is an object of columns.",
        "Write {\"application\": {\"COLUMN\": value, ...}, \"bureau\": [{...}, ...], ...}.");
  }

  static Refusal notAList(String path, String found) {
    return Refusal.data(
        path + " is " + found + ", not a list.",
        "A history table is a list of rows.",
        "Write [{...}, {...}], or leave the table out if the client has no such history.");
  }

  static Refusal unknownTable(String name) {
    String known =
        Arrays.stream(Table.values())
            .map(table -> table.schema().name())
            .collect(Collectors.joining(", "));
    return Refusal.data(
        "Unknown property '" + name + "' in the document.",
        "A dossier holds only these tables: " + known + ".",
        "Correct the name, or remove the property.");
  }

  static Refusal unknownColumn(String path, Table table, String name) {
    return Refusal.data(
        "Unknown property '" + name + "' in " + path + ".",
        "Table " + table.schema().name() + " has no such column.",
        "Correct the name, which is written as in the published files, or remove the property.");
  }

  static Refusal noApplication() {
    return Refusal.data(
        "The dossier has no application.",
        "Features are computed for an application; the histories only complete it.",
        "Add \"application\": {...} with the columns of the application table.");
  }

  static Refusal notANumber(String path, String found) {
    return Refusal.data(
        path + " is " + found + ", not a number.",
        "The column holds numbers.",
        "Write a JSON number without quotes, or null if the value is missing.");
  }

  static Refusal notText(String path, String found) {
    return Refusal.data(
        path + " is " + found + ", not text.",
        "The column holds categories.",
        "Write the category as text, or null if it is missing.");
  }

  static Refusal impossible(String path, NumberColumn column) {
    return Refusal.data(
        path + " holds an impossible number.",
        "The column holds " + legal(column) + ".",
        "Correct the value, or write null if it is unknown.");
  }

  static Refusal otherClient(String path) {
    return Refusal.data(
        path + " is not the client of the application.",
        "A dossier holds the rows of one client only.",
        "Remove the row, or correct its SK_ID_CURR.");
  }

  static Refusal repeatedKey(Table table, List<NumberColumn> key) {
    String columns = key.stream().map(Column::name).collect(Collectors.joining(", "));
    return Refusal.data(
        "Two rows of " + table.schema().name() + " have the same " + columns + ".",
        "These columns identify a row; a row sent twice would count twice.",
        "Send each row once.");
  }

  private static String legal(NumberColumn column) {
    String kind = column.integer() ? "whole numbers" : "numbers";
    String range = kind + " from " + plain(column.min()) + " to " + plain(column.max());
    return column.hasSentinel() ? range + ", or " + plain(NumberColumn.NO_DATE) : range;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
