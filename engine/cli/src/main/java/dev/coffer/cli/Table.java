package dev.coffer.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in aligned columns, under a header and a rule. A cell may have several lines. The last column is not padded.
 */
final class Table {

    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<List<String>>> rows = new ArrayList<>();
    private final List<String> footer = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    /** One cell per column. */
    Table row(String... cells) {
        List<List<String>> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(List.of(cell.split("\n", -1)));
        }
        rows.add(row);
        return this;
    }

    /** A line under the closing rule. */
    Table footer(String line) {
        footer.add(line);
        return this;
    }

    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        String rule = "-".repeat(rule(widths));
        lines.add(rule);
        for (List<List<String>> row : rows) {
            int height = row.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < height; i++) {
                int at = i;
                lines.add(line(
                        row.stream()
                                .map(cell -> at < cell.size() ? cell.get(at) : "")
                                .toList(),
                        widths));
            }
        }
        if (!footer.isEmpty()) {
            lines.add(rule);
            lines.addAll(footer);
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(header.get(column));
            for (List<List<String>> row : rows) {
                for (String line : row.get(column)) {
                    widths[column] = Math.max(widths[column], width(line));
                }
            }
        }
        return widths;
    }

    private static int rule(int[] widths) {
        int sum = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell);
            if (column < widths.length - 1) {
                line.repeat(' ', widths[column] - width(cell)).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }
}
