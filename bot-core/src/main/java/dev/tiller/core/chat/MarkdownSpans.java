package dev.tiller.core.chat;

import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The inline content of a Markdown block as spans; adjacent spans differ in their marks.
final class MarkdownSpans {

  private static final int LONGEST_ADDRESS = 300;

  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private Set<Mark> runMarks = Set.of();

  private MarkdownSpans() {}

  /// What the children of the node show; empty when that is nothing but space.
  static List<Span> of(Node parent) {
    return of(parent, Set.of());
  }

  static List<Span> of(Node parent, Set<Mark> marks) {
    var reader = new MarkdownSpans();
    reader.children(parent, marks);
    return reader.result();
  }

  /// Text without any markup.
  static List<Span> literal(String text) {
    var reader = new MarkdownSpans();
    reader.add(text, Set.of());
    return reader.result();
  }

  /// The text without what no person typed and some programs choke on: control characters but line
  /// breaks and tabs, halves of surrogate pairs, and the characters that make text run backwards.
  static String clean(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !isHarmful(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  private List<Span> result() {
    endRun();
    return plain(spans).isBlank() ? List.of() : List.copyOf(spans);
  }

  private void children(Node parent, Set<Mark> marks) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node, marks);
    }
  }

  private void inline(Node node, Set<Mark> marks) {
    switch (node) {
      case Text text -> add(text.getLiteral(), marks);
      case Code code -> add(code.getLiteral(), with(marks, Mark.CODE));
      case HtmlInline html -> add(html.getLiteral(), marks);
      case SoftLineBreak _, HardLineBreak _ -> add("\n", marks);
      case Emphasis text -> children(text, with(marks, Mark.ITALIC));
      case StrongEmphasis text -> children(text, with(marks, Mark.BOLD));
      case Strikethrough text -> children(text, with(marks, Mark.STRIKE));
      case Link link -> link(link, marks);
      case Image image -> image(image, marks);
      default -> children(node, marks);
    }
  }

  /// A link is its label and, unless that says it, where it leads.
  private void link(Link link, Set<Mark> marks) {
    var label = of(link, marks);
    label.forEach(span -> add(span.text(), span.marks()));
    var address = link.getDestination().strip();
    if (label.isEmpty()) {
      add(shown(address), marks);
    } else if (!address.isEmpty() && !says(plain(label), address)) {
      add(" (" + shown(address) + ")", marks);
    }
  }

  private static boolean says(String label, String address) {
    var bare = address.replaceFirst("^(https?://|mailto:)", "");
    return label.equals(address) || label.equals(bare) || (label + "/").equals(bare);
  }

  private static String shown(String address) {
    return Ellipsis.cut(address, LONGEST_ADDRESS).replaceAll("\\s", " ");
  }

  private void image(Image image, Set<Mark> marks) {
    var description = plain(of(image));
    add(description.isEmpty() ? "(image)" : description, marks);
  }

  private void add(String text, Set<Mark> marks) {
    if (!marks.equals(runMarks)) {
      endRun();
      runMarks = marks;
    }
    run.append(clean(text));
  }

  private void endRun() {
    if (!run.isEmpty()) {
      spans.add(new Span(run.toString(), runMarks));
      run.setLength(0);
    }
  }

  private static String plain(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static Set<Mark> with(Set<Mark> marks, Mark mark) {
    var more = EnumSet.of(mark);
    more.addAll(marks);
    return more;
  }
}
