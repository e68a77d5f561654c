package dev.llmplanner.contract;

import java.util.List;

/** A request that asks for what can't be. The message says what to write instead. */
public final class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String path;
    private final transient List<String> allowed;

    /**
     * @param code    lower-kebab, stable
     * @param path    where in the request, as {@code workload.inputTokens}
     * @param allowed what may stand there: values, or a range in words of the contract
     * @param message what is wrong and what to write instead, in English
     */
    public RequestException(String code, String path, List<String> allowed, String message) {
        super(message);
        this.code = code;
        this.path = path;
        this.allowed = List.copyOf(allowed);
    }

    public String code() {
        return code;
    }

    public String path() {
        return path;
    }

    public List<String> allowed() {
        return allowed;
    }
}
