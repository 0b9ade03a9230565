package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.Entity;
import com.microsoft.bot.schema.Mention;
import com.microsoft.bot.schema.TextFormatTypes;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.Upload;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Posts as message activities.
///
/// A card goes as an Adaptive Card. A notice goes as text, since a person is notified by a mention
/// in text and reads the text itself in the notification. Its format is `xml`: there five
/// characters are markup, each has an entity, and nothing is read as Markdown, whose escapes differ
/// between Teams' clients.
final class TeamsMessages {

  private static final int SUMMARY = 2_000;
  private static final int TEXT = 12_000;
  private static final int NAME = 250;

  private TeamsMessages() {}

  static Activity of(Post post) {
    var activity = new Activity(ActivityTypes.MESSAGE);
    activity.setTimestamp(null);
    activity.setSummary(TeamsCut.line(post.fallback(), SUMMARY));
    switch (post) {
      case Card card -> activity.setAttachments(List.of(attachment(TeamsCards.card(card))));
      case Notice notice -> write(notice, activity);
    }
    return activity;
  }

  /// A picture as an inline attachment under its caption. The attachment has no field for what
  /// there is to see; its name is what clients read out.
  ///
  /// @throws ChatFailure.Refused when Teams would not show the picture
  static Activity of(Upload file) {
    TeamsPictures.TAKEN.check(file);
    var picture = TeamsPictures.fit(file.mediaType(), file.content());
    var attachment = new Attachment();
    attachment.setContentType(picture.mediaType());
    attachment.setContentUrl(
        "data:"
            + picture.mediaType()
            + ";base64,"
            + Base64.getEncoder().encodeToString(picture.content()));
    attachment.setName(
        TeamsCut.line(file.description().isBlank() ? file.name() : file.description(), NAME));
    var caption = new Notice(Optional.empty(), RichText.plain(file.caption()), List.of());
    var activity = of(caption);
    activity.setAttachments(List.of(attachment));
    return activity;
  }

  /// What asks for the personal chat with somebody.
  static ConversationParameters chat(TeamsSettings settings, Person person) {
    var chat = new ConversationParameters();
    chat.setIsGroup(false);
    chat.setBot(new ChannelAccount("28:" + settings.appId()));
    chat.setMembers(List.of(new ChannelAccount(person.handle())));
    chat.setTenantId(settings.tenantId());
    var data = TeamsJson.object();
    data.putObject("tenant").put("id", settings.tenantId());
    chat.setChannelData(data);
    return chat;
  }

  private static void write(Notice notice, Activity activity) {
    var text =
        TeamsMarkup.of(
            TeamsCut.fit(notice.text(), TEXT, block -> TeamsMarkup.block(block).length()));
    activity.setTextFormat(TextFormatTypes.XML);
    activity.setText(
        notice.mention().map(TeamsMarkup::mention).map(to -> to + " ").orElse("") + text);
    notice.mention().ifPresent(person -> activity.setEntities(List.of(entity(person))));
    if (!notice.buttons().isEmpty()) {
      activity.setAttachments(List.of(attachment(TeamsCards.buttons(notice.buttons()))));
    }
  }

  private static Entity entity(Person person) {
    var mention = new Mention();
    mention.setMentioned(new ChannelAccount(person.handle(), person.name()));
    mention.setText(TeamsMarkup.mention(person));
    return new Entity().setAs(mention);
  }

  /// The content stays a [JsonNode]: the connector cannot send maps since Java 16.
  private static Attachment attachment(JsonNode content) {
    var attachment = new Attachment();
    attachment.setContentType(TeamsCards.CONTENT_TYPE);
    attachment.setContent(content);
    return attachment;
  }
}
