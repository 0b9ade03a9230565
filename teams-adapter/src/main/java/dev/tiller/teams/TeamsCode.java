package dev.tiller.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Puts backticks around what a person wrote as code.
///
/// Teams' editor makes code of what stands between backticks, and drops them from the message's
/// text. Only the copy of the message in HTML beside it (attachment `text/html`; tags `code`, `pre`
/// and `codeblock`) says where the code is. The two differ in spaces, so places are counted in
/// other characters; where these differ, too, the text stays as it is.
final class TeamsCode {

  /// A tag, an entity, or one character, in HTML and in a message's text alike.
  private static final Pattern PIECE =
      Pattern.compile(
          "</?([a-zA-Z]{1,20})(?:\\s[^<>]{0,4000})?/?>|&(#\\d{1,7}|[a-z]{1,8});|.", Pattern.DOTALL);

  /// All that is between the start of a line and the end of what is searched.
  private static final Pattern INDENTATION =
      Pattern.compile("(?<![^\\n])(?:[ \\t\u00a0]|&nbsp;|&#160;)+\\z");

  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "quot", "\"", "apos", "'", "amp", "&", "nbsp", " ");

  private TeamsCode() {}

  /// A piece of the ink, from its first character to the one after its last.
  private record Code(int start, int end, boolean block) {}

  /// What of a text is no space, and where each of its characters stands.
  private static final class Ink {
    private final StringBuilder characters = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();
    private final List<Code> code = new ArrayList<>();
    private int depth;
    private int codeStart;
    private boolean block;

    /// @param html whether all tags are markup; else only those of mentions are
    static Ink of(String text, boolean html) {
      var ink = new Ink();
      var pieces = PIECE.matcher(text);
      while (pieces.find()) {
        var tag = pieces.group(1);
        if (tag == null || !(html || tag.equals("at"))) {
          ink.add(decoded(pieces.group(), pieces.group(2)), pieces.start());
        } else if (html && List.of("code", "pre", "codeblock").contains(tag)) {
          ink.turn(!pieces.group().startsWith("</"), !tag.equals("code"));
        } else if (html && tag.equals("br") && ink.depth > 0) {
          ink.block = true;
        }
      }
      return ink;
    }

    private static String decoded(String piece, @org.jspecify.annotations.Nullable String entity) {
      if (entity == null) {
        return piece;
      }
      return entity.startsWith("#")
          ? numbered(piece, Integer.parseInt(entity.substring(1)))
          : ENTITIES.getOrDefault(entity, piece);
    }

    private static String numbered(String piece, int codePoint) {
      return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : piece;
    }

    private void add(String piece, int place) {
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.charAt(i);
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          characters.append(c);
          places.add(place);
        } else if (depth > 0 && c == '\n') {
          block = true;
        }
      }
    }

    /// Enters or leaves code, which may be nested: `pre` around `code`.
    private void turn(boolean enters, boolean isBlock) {
      if (enters && depth++ == 0) {
        codeStart = characters.length();
        block = isBlock;
      } else if (!enters && depth > 0 && --depth == 0 && characters.length() > codeStart) {
        code.add(new Code(codeStart, characters.length(), block));
      }
    }
  }

  /// Where a text goes on after what HTML says at its beginning; 0 when it does not begin so.
  static int after(String text, String html) {
    var beginning = Ink.of(html, true).characters;
    var plain = Ink.of(text, false);
    return !beginning.isEmpty() && plain.characters.indexOf(beginning.toString()) == 0
        ? endOf(text, plain.places.get(beginning.length() - 1))
        : 0;
  }

  /// @param text the message's text, as Teams encodes it
  /// @param html the same message
  static String marked(String text, String html) {
    var marked = Ink.of(html, true);
    var plain = Ink.of(text, false);
    if (marked.code.isEmpty() || !plain.characters.toString().contentEquals(marked.characters)) {
      return text;
    }
    var result = new StringBuilder();
    var copied = 0;
    for (var code : marked.code) {
      var first = plain.places.get(code.start());
      var start = code.block() ? lineStart(text, copied, first) : first;
      var end = endOf(text, plain.places.get(code.end() - 1));
      result.append(text, copied, start).append(code.block() ? "```\n" : "`");
      result.append(text, start, end).append(code.block() ? "\n```" : "`");
      copied = end;
    }
    return result.append(text, copied, text.length()).toString();
  }

  /// The start of the line where only indentation is before a place, so that a block keeps it; else
  /// the place itself.
  private static int lineStart(String text, int from, int place) {
    var indentation = INDENTATION.matcher(text).region(from, place).useTransparentBounds(true);
    return indentation.find() ? indentation.start() : place;
  }

  private static int endOf(String text, int lastPiece) {
    var piece = PIECE.matcher(text).region(lastPiece, text.length());
    return piece.lookingAt() ? piece.end() : lastPiece + 1;
  }
}
