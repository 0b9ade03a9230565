package dev.tiller.app.playground;

import java.util.List;
import java.util.stream.Collectors;

/// A page that says what the real one would be.
///
/// @param kind what it pretends to be
/// @param badge a state; may be empty
record PretendPage(String kind, String title, List<Fact> facts, String badge) {

  private static final String TEMPLATE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{title} (pretend)</title>
      <link rel="icon" href="/assets/logo.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/assets/pretend.css">
      </head>
      <body>
      <p class="notice" role="note"><strong>This page is pretend.</strong>
      The playground reaches no outside service, so nothing here exists.
      In real use this link leads to <span class="address">{address}</span></p>
      <main>
      <p class="kind">{kind}</p>
      <h1>{title}</h1>
      {badge}
      <dl>
      {facts}
      </dl>
      </main>
      </body>
      </html>
      """;

  /// A name and its value.
  record Fact(String name, String value) {}

  /// The page as HTML.
  ///
  /// @param address of the real page
  String html(String address) {
    var badgeHtml = badge.isEmpty() ? "" : "<p class=\"badge\">" + escape(badge) + "</p>";
    var factsHtml =
        facts.stream()
            .map(it -> "<dt>" + escape(it.name()) + "</dt><dd>" + escape(it.value()) + "</dd>")
            .collect(Collectors.joining("\n"));
    return TEMPLATE
        .replace("{kind}", escape(kind))
        .replace("{badge}", badgeHtml)
        .replace("{facts}", factsHtml)
        .replace("{address}", escape(address))
        .replace("{title}", escape(title));
  }

  /// Text that is safe in HTML, braces of the template included.
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("{", "&#123;");
  }
}
