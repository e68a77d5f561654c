package dev.llmplanner.browser;

import com.microsoft.playwright.Page;

/** Which fonts a machine writes with, told by how wide their letters are. */
final class Fonts {
    /** What approved screens are taken with; Debian's packages have them under these names. */
    static final String NEEDED = "DejaVu Sans (fonts-dejavu-core) and Noto Sans CJK SC (fonts-noto-cjk)";

    private static final String WIDTHS = """
            () => ['DeepSeek-R1 0123456789', '首 token 延迟，吞吐'].map(text => [400, 600].map(weight => {
              const line = document.createElement('span');
              line.textContent = text;
              line.lang = 'zh-CN';
              line.className = 'unseen';
              document.body.append(line);
              line.style.cssText = 'position: absolute; width: auto; letter-spacing: normal; font-weight: ' + weight;
              const width = line.getBoundingClientRect().width.toFixed(1);
              line.remove();
              return width;
            }).join(' ')).join(' ')""";

    private Fonts() {}

    static String of(Page page) {
        return (String) page.evaluate(WIDTHS);
    }
}
