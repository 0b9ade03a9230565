package dev.tiller.core.command;

/// Names of branches.
final class GitRef {

  private static final int MAX_LENGTH = 250;

  /// What git forbids (git-check-ref-format), and quotes and brackets, which stand around names.
  private static final String FORBIDDEN = "~^:?*[\\" + "]<>(){}|\"'`“”‘’„‚";

  private GitRef() {}

  /// Whether git would take the name for a branch, and a person would.
  static boolean isPlausible(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && name.chars().allMatch(c -> isAllowed((char) c))
        && !name.startsWith("-")
        && !name.startsWith(".")
        && !name.startsWith("/")
        && !name.endsWith("/")
        && !name.endsWith(".")
        && !name.endsWith(".lock")
        && !name.contains("..")
        && !name.contains("//")
        && !name.contains("/.")
        && !name.contains(".lock/")
        && !name.equals("@");
  }

  private static boolean isAllowed(char c) {
    return !Whitespace.isSpace(c)
        && !Character.isISOControl(c)
        && !Character.isSurrogate(c)
        && Character.getType(c) != Character.FORMAT
        && FORBIDDEN.indexOf(c) < 0;
  }
}
