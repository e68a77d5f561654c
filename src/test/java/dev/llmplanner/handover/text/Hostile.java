package dev.llmplanner.handover.text;

import java.util.List;

/** Names that some reader would take for something else. */
public final class Hostile {

    public static final List<String> NAMES = List.of(
            "it's \"quoted\" \\ and `ticked`",
            "$(touch /tmp/owned) ${HOME} $HOME $$ !! %PATH%",
            "first\nsecond\r\nthird\ttab",
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=cmd|' /C calc'!A0",
            "中文名称：「引号」，换行\n结束",
            "two lines\n  the second indented\n\n: and - a # fourth", " indented\nfirst", "ended\n", "ended twice\n\n", "\n", "a\n   \nb\n",
            "--- \n... \n--- x", "yes", "null", "1e3", "2026-11-23", "~", "- item", "key: value", "# comment", "{{ template }}", "&anchor *alias",
            "<script>alert(1)</script> | cell | [link](javascript:alert(1)) ![x](y) *bold* _it_",
            "\u0000\u0007\u2028\u202e\ufeff end", "emoji 😀 and half \ud83d", "--flag", "", " ", "'; DROP TABLE plans; --");

    private Hostile() {}
}
