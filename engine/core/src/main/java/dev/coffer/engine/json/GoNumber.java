package dev.coffer.engine.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** Floating-point numbers as Go's {@code encoding/json} prints them. */
final class GoNumber {

    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_BELOW = 1e21;

    private GoNumber() {}

    static String format(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal shortest = shortest(number);
        double size = Math.abs(number);
        return size >= PLAIN_FROM && size < PLAIN_BELOW ? shortest.toPlainString() : scientific(shortest);
    }

    /** Java's own form has at least two digits, even where one would do. */
    private static BigDecimal shortest(double number) {
        BigDecimal decimal = new BigDecimal(Double.toString(number));
        BigDecimal oneDigit = decimal.round(new MathContext(1));
        return (oneDigit.doubleValue() == number ? oneDigit : decimal).stripTrailingZeros();
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String sign = number.signum() < 0 ? "-" : "";
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
