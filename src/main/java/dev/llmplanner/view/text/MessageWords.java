package dev.llmplanner.view.text;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The words of one language, from its message file. A message is read when it is first said. */
public final class MessageWords implements Words {
    private final String language;
    private final JsonObject messages;
    private final LocaleFormatter formatter;
    private final Map<String, Message> read = new HashMap<>();

    /**
     * @param messages flat: dotted key → text
     */
    public MessageWords(String language, JsonObject messages, LocaleFormatter formatter) {
        this.language = language;
        this.messages = messages;
        this.formatter = formatter;
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public String say(String key) {
        return say(key, Arguments.none());
    }

    @Override
    public String say(String key, Arguments arguments) {
        try {
            return message(key).format(language, formatter, arguments);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("i18n " + language + ", key " + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean knows(String key) {
        return messages.get(key).isPresent();
    }

    @Override
    public Words with(JsonObject more) {
        JsonObject.Builder all = new JsonObject.Builder();
        messages.members().forEach(all::put);
        more.members().forEach(all::put);
        return new MessageWords(language, all.build(), formatter);
    }

    @Override
    public String number(double value, int maximumFractionDigits) {
        return formatter.decimal(value, maximumFractionDigits);
    }

    @Override
    public String significant(double value, int digits) {
        return formatter.significant(value, digits);
    }

    @Override
    public String percent(double fraction, int maximumFractionDigits) {
        return formatter.percent(fraction, maximumFractionDigits);
    }

    @Override
    public String date(String isoDate) {
        if (!IsoDate.fits(isoDate)) {
            return isoDate;
        }
        Arguments parts = Arguments.of("year", isoDate.substring(0, 4)).and("month", month(Integer.parseInt(isoDate.substring(5, 7))));
        return isoDate.length() == 7 ? say("date.month", parts)
                : say("date.day", parts.and("day", Integer.parseInt(isoDate.substring(8))));
    }

    /** The month's short name, from a list with bars between. */
    private String month(int number) {
        String names = say("date.months");
        int from = 0;
        for (int i = 1; i < number; i++) {
            from = names.indexOf('|', from) + 1;
        }
        int end = names.indexOf('|', from);
        return end < 0 ? names.substring(from) : names.substring(from, end);
    }

    @Override
    public OptionalDouble parse(String typed) {
        Optional<String> literal = TypedNumber.literal(typed);
        if (literal.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = formatter.toDouble(literal.get());
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Message message(String key) {
        Message known = read.get(key);
        if (known != null) {
            return known;
        }
        Json text = messages.get(key).orElseThrow(() -> new IllegalArgumentException("no such message"));
        Message message = Message.parse(((JsonString) text).value());
        read.put(key, message);
        return message;
    }
}
