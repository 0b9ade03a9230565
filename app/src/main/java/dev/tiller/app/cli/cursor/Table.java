package dev.tiller.app.cli.cursor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows in columns that line up.
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  private Table() {}

  static Table of(String... head) {
    return new Table().row(head);
  }

  /// Names and values, one to a line; values that are empty are left out.
  static List<String> facts(String... namesAndValues) {
    var table = new Table();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        table.row(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return table.lines();
  }

  Table row(String... cells) {
    rows.add(Arrays.stream(cells).map(cell -> cell.replaceAll("\\s+", " ").strip()).toList());
    return this;
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      line.append(cell).repeat(' ', width(column) - length(cell) + 2);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
