package dev.coffer.engine.check;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which packs a check reads as a whole. */
public sealed interface DataSubset {

    /** No pack: structure only. */
    record None() implements DataSubset {}

    /** Every pack. */
    record All() implements DataSubset {}

    /**
     * One of {@code count} groups of packs, so that {@code count} checks read everything once. A pack belongs to the group
     * given by its id's first byte.
     *
     * @param number of the group, from 1
     * @param count of the groups, at most 256
     */
    record Group(int number, int count) implements DataSubset {}

    /** A random choice of packs, above 0 and up to 100 percent of their number. */
    record Percentage(double percent) implements DataSubset {}

    /** A random choice of packs, of so many bytes in all. */
    record Bytes(long bytes) implements DataSubset {}

    /** Those packs whose verification is the longest ago, of at least one of {@code count} equal parts of all bytes. */
    record Oldest(int count) implements DataSubset {}

    /** The biggest number of groups: ids are told apart by one byte. */
    int MAX_GROUPS = 256;

    /**
     * What {@code n/t}, {@code x%} or a size such as {@code 10G} stands for.
     *
     * @throws BadRequest if it stands for nothing
     */
    static DataSubset parse(String text) throws BadRequest {
        Matcher group = Pattern.compile("(\\d{1,9})/(\\d{1,9})").matcher(text);
        if (group.matches()) {
            return group(Integer.parseInt(group.group(1)), Integer.parseInt(group.group(2)));
        }
        Matcher percentage = Pattern.compile("(\\d{1,9}(?:\\.\\d+)?)%").matcher(text);
        if (percentage.matches()) {
            return percentage(Double.parseDouble(percentage.group(1)));
        }
        Matcher size = Pattern.compile("(\\d{1,18})([kKmMgGtT]?)").matcher(text);
        if (size.matches()) {
            return size(new BigDecimal(size.group(1)), size.group(2));
        }
        throw new BadRequest("\"" + text
                + "\" is no subset of the data: give n/t for one of t groups of packs, a percentage like 2.5%, or a size"
                + " like 500M for a random choice.");
    }

    /**
     * What {@code 1/t} stands for when every check goes on where the last one has stopped.
     *
     * @throws BadRequest if it is none of these
     */
    static DataSubset parseRotation(String text) throws BadRequest {
        Matcher share = Pattern.compile("1/([1-9]\\d{0,5})").matcher(text);
        if (!share.matches()) {
            throw new BadRequest(
                    "\"" + text + "\" is no share of the data: give 1/t, such as 1/30 to have read everything"
                            + " after 30 checks.");
        }
        return new Oldest(Integer.parseInt(share.group(1)));
    }

    private static DataSubset group(int number, int count) throws BadRequest {
        if (number < 1 || number > count) {
            throw new BadRequest("A subset n/t of the data needs whole numbers with 1 <= n <= t, for example 1/5.");
        }
        if (count > MAX_GROUPS) {
            throw new BadRequest("A subset n/t of the data needs a t of at most " + MAX_GROUPS + ".");
        }
        return new Group(number, count);
    }

    private static DataSubset percentage(double percent) throws BadRequest {
        if (percent <= 0 || percent > 100) {
            throw new BadRequest("A percentage of the data must be above 0 and at most 100.");
        }
        return new Percentage(percent);
    }

    private static DataSubset size(BigDecimal number, String unit) throws BadRequest {
        int power = unit.isEmpty() ? 0 : "kmgt".indexOf(Character.toLowerCase(unit.charAt(0))) + 1;
        BigDecimal bytes = number.multiply(BigDecimal.valueOf(1024).pow(power));
        if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new BadRequest("A subset of the data needs a size above 0 and below 8 EiB.");
        }
        return new Bytes(bytes.longValueExact());
    }
}
