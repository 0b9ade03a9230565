package dev.tiller.core.chat;

import java.net.URI;

/// A button on a card or notice.
public sealed interface Button {

  /// At most 40 characters, so that every platform shows it whole.
  String label();

  /// Opens a page. Only http and https, which the constructor checks.
  record Link(String label, URI url, Style style) implements Button {
    public Link {
      var scheme = String.valueOf(url.getScheme());
      if (!scheme.equals("https") && !scheme.equals("http")) {
        throw new IllegalArgumentException("a link button needs an http(s) address: " + scheme);
      }
    }

    public Link(String label, URI url) {
      this(label, url, Style.DEFAULT);
    }
  }

  /// Comes back as an [Action], handed to [Inbox#action].
  record Press(String label, ActionKey key, Style style) implements Button {
    public Press(String label, ActionKey key) {
      this(label, key, Style.DEFAULT);
    }
  }

  /// Opens the form that [Ask#form] answers with.
  record OpenForm(String label, ActionKey key, Style style) implements Button {
    public OpenForm(String label, ActionKey key) {
      this(label, key, Style.DEFAULT);
    }
  }

  /// How much a button stands out. Never the only carrier of a meaning.
  enum Style {
    DEFAULT,
    PRIMARY,
    DANGER
  }
}
