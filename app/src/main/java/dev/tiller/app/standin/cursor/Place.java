package dev.tiller.app.standin.cursor;

/// Where the work happens in a repository, and how it is tested there.
record Place(String file, String symbol, String test) {

  static Place of(Agent agent) {
    var url = agent.launch().repository().map(Launch.Repository::url).orElse("");
    return switch (url.substring(url.lastIndexOf('/') + 1)) {
      case "web" -> new Place("src/components/LoginForm.tsx", "handleSubmit", "npm test");
      case "api" -> new Place("src/routes/orders.ts", "createOrder", "npm run test:unit");
      case "mobile" -> new Place("app/src/main/kotlin/HomeScreen.kt", "render", "./gradlew test");
      case "docs" -> new Place("docs/getting-started.md", "Install", "npm run lint");
      default -> new Place("src/main.py", "main", "pytest -q");
    };
  }
}
