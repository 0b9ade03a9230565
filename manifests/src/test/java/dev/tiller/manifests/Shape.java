package dev.tiller.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// What a platform accepts at one place of a manifest.
interface Shape {

  void check(String where, JsonNode value);

  /// A text.
  ///
  /// @param pattern of all of it
  record Text(int least, int most, String pattern) implements Shape {

    static Text upTo(int most) {
      return new Text(1, most, "(?s).*");
    }

    static Text like(String pattern) {
      return new Text(1, 2048, pattern);
    }

    @Override
    public void check(String where, JsonNode value) {
      assertThat(value.isTextual()).as(where + " is a text").isTrue();
      assertThat(value.asText()).as(where).hasSizeBetween(least, most).matches(pattern);
    }
  }

  record Flag() implements Shape {
    @Override
    public void check(String where, JsonNode value) {
      assertThat(value.isBoolean()).as(where + " is true or false").isTrue();
    }
  }

  record Whole() implements Shape {
    @Override
    public void check(String where, JsonNode value) {
      assertThat(value.isInt()).as(where + " is a number").isTrue();
    }
  }

  /// A list without repetition.
  record Many(int most, Shape each) implements Shape {
    @Override
    public void check(String where, JsonNode value) {
      assertThat(value.isArray()).as(where + " is a list").isTrue();
      assertThat(value.size()).as(where).isBetween(1, most);
      assertThat(value.valueStream().toList()).as(where).doesNotHaveDuplicates();
      for (int i = 0; i < value.size(); i++) {
        each.check(where + "/" + i, value.get(i));
      }
    }
  }

  /// An object. A name that is not known is refused.
  record Fields(Set<String> required, Map<String, Shape> known) implements Shape {

    private static final Shape UNKNOWN = (_, _) -> {};

    @Override
    public void check(String where, JsonNode value) {
      assertThat(value.isObject()).as(where + " is an object").isTrue();
      for (var name : required) {
        assertThat(value.has(name)).as(where + "/" + name + " is there").isTrue();
      }
      value
          .properties()
          .forEach(it -> {
            var place = where + "/" + it.getKey();
            assertThat(known).as(place + " is known").containsKey(it.getKey());
            known.getOrDefault(it.getKey(), UNKNOWN).check(place, it.getValue());
          });
    }
  }
}
