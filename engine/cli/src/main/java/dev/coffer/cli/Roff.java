package dev.coffer.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A manual page as it is written: plain text goes in, the language of roff with the macros of man comes out. */
final class Roff {

    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]{2,}|\\b[A-Z]\\b");

    private final StringBuilder document = new StringBuilder();

    /** Comes first. Nothing will be hyphenated, so that names of commands stay whole. */
    Roff title(String name, String source) {
        return line(".TH " + argument(name.toUpperCase(Locale.ROOT)) + " \"1\" \"\" " + argument(source))
                .line(".nh");
    }

    Roff section(String heading) {
        return line(".SH " + argument(heading.toUpperCase(Locale.ROOT)));
    }

    /** A line of markup, made of the results of the static methods. */
    Roff markup(String text) {
        return line(text.startsWith(".") ? "\\&" + text : text);
    }

    /** A line of markup that begins a paragraph. */
    Roff paragraph(String text) {
        return line(".PP").markup(text);
    }

    /** An entry of a list: what is explained, as markup, and the explanation, as plain text. */
    Roff entry(String tag, String explanation) {
        return line(".TP").markup(tag).markup(plain(explanation));
    }

    /** Plain text. Lines that begin with a space stay as they are, others run together; an empty one ends a paragraph. */
    Roff text(List<String> lines) {
        boolean asIs = false;
        for (String line : lines) {
            if (asIs != line.startsWith(" ")) {
                asIs = !asIs;
                line(asIs ? ".EX" : ".EE");
            }
            if (line.isBlank()) {
                line(".PP");
            } else {
                markup(plain(line));
            }
        }
        return asIs ? line(".EE") : this;
    }

    private Roff line(String text) {
        document.append(text).append('\n');
        return this;
    }

    /** The argument of a macro. */
    private static String argument(String plain) {
        return '"' + plain(plain) + '"';
    }

    static String bold(String plain) {
        return "\\fB" + plain(plain) + "\\fR";
    }

    /** Text in which words of capitals stand for something else. */
    static String withPlaceholders(String plain) {
        return PLACEHOLDER.matcher(plain(plain)).replaceAll("\\\\fI$0\\\\fR");
    }

    /** A reference to another page. */
    static String page(String name) {
        return bold(name) + "(1)";
    }

    /** Text that prints as it is: without the typographic marks that roff makes of some characters of ASCII. */
    static String plain(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> escaped.append(escape(character)));
        return escaped.toString();
    }

    private static String escape(int character) {
        return switch (character) {
            case '\\' -> "\\(rs";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '"' -> "\\(dq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> character < 128 ? Character.toString(character) : "\\[u%04X]".formatted(character);
        };
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
