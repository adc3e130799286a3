package org.traverse.taxonomy;

import static org.traverse.taxonomy.OnetProblems.quoted;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of a table.
 *
 * @param number the line it stands on, the header being 1
 */
record OnetRow(int number, Map<String, Integer> columns, String[] fields) {
    static final String CODE = "O*NET-SOC Code";
    private static final Pattern SOC_CODE = Pattern.compile("[0-9]{2}-[0-9]{4}\\.[0-9]{2}");
    /** Not what Java takes for a number, which includes NaN, 1d and hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,15})?");

    String code() {
        var code = field(CODE);
        if (!SOC_CODE.matcher(code).matches()) {
            throw new OnetMalformed(CODE + " is not like 11-1011.00: " + quoted(code));
        }
        return code;
    }

    String text(String column, int longest) {
        var text = field(column);
        if (text.isEmpty()) {
            throw new OnetMalformed(column + " is blank");
        }
        if (text.length() > longest) {
            throw new OnetMalformed(column + " is longer than " + longest + " characters: " + quoted(text));
        }
        return text;
    }

    double number(String column, double lowest, double highest) {
        var text = field(column);
        if (!NUMBER.matcher(text).matches()) {
            throw new OnetMalformed(column + " is not a number: " + quoted(text));
        }
        double number = Double.parseDouble(text);
        if (number < lowest || number > highest) {
            throw new OnetMalformed("%s is outside %.0f to %.0f: %s".formatted(column, lowest, highest, quoted(text)));
        }
        return number;
    }

    /** Yes or no; where the question does not arise O*NET leaves it blank or says n/a. */
    boolean yes(String column) {
        var text = field(column);
        return switch (text) {
            case "Y" -> true;
            case "N", "", "n/a" -> false;
            default -> throw new OnetMalformed(column + " is neither Y nor N: " + quoted(text));
        };
    }

    private String field(String column) {
        return fields[columns.get(column)].strip();
    }
}
