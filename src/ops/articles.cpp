#include "ops/articles.hpp"

#include <algorithm>
#include <map>

#include "core/transition.hpp"
#include "ops/members.hpp"
#include "ops/people.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr const char* k_article = "article";
constexpr const char* k_vote = "article_vote";
constexpr const char* k_deflection = "article_deflection";

std::optional<std::int64_t> maybe_integer_in(const JsonValue& value, std::string_view key) {
  const JsonValue* const member = value.find(key);
  const std::int64_t* const number = member == nullptr ? nullptr : member->integer();
  return number == nullptr ? std::nullopt : std::optional(*number);
}

Article article_in(std::string_view name, const JsonValue& value) {
  Article article;
  article.number = number_in(name);
  article.title = text_in(value, "title");
  article.body = text_in(value, "body");
  article.category = text_in(value, "category");
  article.owner = text_in(value, "owner");
  article.author = text_in(value, "author");
  if (const auto ms = maybe_integer_in(value, "review")) article.review = Instant{*ms};
  article.from = maybe_integer_in(value, "from");
  article.is_published = text_in(value, "state") == "published";
  article.created = Instant{maybe_integer_in(value, "created").value_or(0)};
  article.updated = Instant{maybe_integer_in(value, "updated").value_or(0)};
  return article;
}

JsonValue value_of(const Article& article) {
  return JsonValue::Object{{"title", article.title},
                           {"body", article.body},
                           {"category", or_null(article.category)},
                           {"owner", or_null(article.owner)},
                           {"author", article.author},
                           {"review", article.review ? JsonValue(article.review->ms) : JsonValue()},
                           {"from", article.from ? JsonValue(*article.from) : JsonValue()},
                           {"state", article.is_published ? "published" : "draft"},
                           {"created", article.created.ms},
                           {"updated", article.updated.ms}};
}

std::string name_of_article(std::int64_t number) { return "article " + std::to_string(number); }

Error missing(std::int64_t number) {
  return {ErrorKind::not_found, "there is no " + name_of_article(number), "see 'behest kb list'"};
}

void give(Article& article, const ArticleValues& values) {
  if (values.title) {
    check_title(*values.title);
    article.title = *values.title;
  }
  if (values.body) {
    check_body(*values.body);
    article.body = *values.body;
  }
  if (values.category) {
    article.category = values.category->empty() ? std::string() : checked_name("category", *values.category, 256);
  }
  if (values.owner) article.owner = values.owner->empty() ? std::string() : checked_person("owner", *values.owner);
  if (values.review || values.has_no_review) article.review = values.review;
  if (values.is_published) article.is_published = *values.is_published;
  if (article.is_published && article.body.empty()) {
    throw Error{ErrorKind::refused, "an article without a text cannot be published", "give it one with -b, -F or -e"};
  }
}

// One more than any that was given out.
std::int64_t next_number(Store& store) {
  std::int64_t last = 0;
  store.each_record_event(k_article, "",
                          [&](const RecordEvent& event) { last = std::max(last, number_in(event.name)); });
  return last + 1;
}

void put(Work& work, const Article& article) {
  work.change_record(k_article, std::to_string(article.number), value_of(article));
}

// By article and person: whether it helped. Of names that became one person, their own counts, else the first.
std::map<std::pair<std::int64_t, std::string>, bool> votes(Store& store) {
  std::vector<JsonValue> values;
  store.each_record(k_vote, [&](const Record& record) { values.push_back(record.value); });
  std::map<std::pair<std::int64_t, std::string>, bool> votes;
  for (const JsonValue& value : values) {
    const std::string by = contact_key(text_in(value, "by"));
    const auto contact = find_contact(store, by);
    const std::string person = contact ? contact_key(contact->name) : by;
    const JsonValue* const is_helpful = value.find("helpful");
    const bool helped = is_helpful != nullptr && *is_helpful == JsonValue(true);
    const auto [place, is_new] = votes.try_emplace({maybe_integer_in(value, "article").value_or(0), person}, helped);
    if (!is_new && by == person) place->second = helped;
  }
  return votes;
}

// What was last said to the requester, without a message of the requester between.
std::string last_answer(Work& work, const Request& request) {
  std::string answer;
  for (const Comment& comment : work.store().comments(request.number)) {
    const bool is_requester = is_same_person(work, comment.author, request.requester);
    if (is_requester) {
      if (comment.is_public) answer.clear();
    } else if (comment.is_public) {
      answer.append(answer.empty() ? "" : "\n\n").append(comment.body);
    }
  }
  return answer;
}

}  // namespace

Article article_of(Store& store, std::int64_t number) {
  const std::string name = std::to_string(number);
  const JsonValue value = store.record(k_article, name);
  if (value.is_null()) throw missing(number);
  return article_in(name, value);
}

std::vector<Article> articles(Store& store) {
  std::vector<Article> all;
  store.each_record(k_article, [&](const Record& record) { all.push_back(article_in(record.name, record.value)); });
  std::ranges::sort(all, {}, &Article::number);
  return all;
}

std::vector<ArticleUse> article_uses(Store& store, const std::vector<Article>& articles) {
  std::map<std::int64_t, ArticleUse> uses;
  for (const auto& [place, is_helpful] : votes(store)) {
    ArticleUse& use = uses[place.first];
    ++(is_helpful ? use.helpful : use.unhelpful);
  }
  store.each_record(k_deflection, [&](const Record& record) {
    ++uses[maybe_integer_in(record.value, "article").value_or(0)].deflected;
  });
  store.each_fact(
      "article", articles.size() == 1 ? std::to_string(articles.front().number) : "",
      [&](std::int64_t request, const Fact& fact) { uses[number_in(fact.name)].requests.push_back(request); });
  std::vector<ArticleUse> all;
  all.reserve(articles.size());
  for (const Article& article : articles) all.push_back(uses[article.number]);
  return all;
}

ArticleUse article_use(Store& store, std::int64_t number) {
  Article only;
  only.number = number;
  return article_uses(store, {only}).front();
}

std::vector<ArticleVersion> article_versions(Store& store, std::int64_t number) {
  std::vector<ArticleVersion> versions;
  const std::string name = std::to_string(number);
  store.each_record_event(k_article, name, [&](const RecordEvent& event) {
    ArticleVersion version{static_cast<int>(versions.size()) + 1, event.at, event.actor, {}};
    if (!event.after.is_null()) version.article = article_in(name, event.after);
    versions.push_back(std::move(version));
  });
  if (versions.empty()) throw missing(number);
  return versions;
}

Outcome add_article(Work& work, const ArticleValues& values) {
  Article article;
  if (!values.title) throw Error{ErrorKind::usage, "an article needs a title", "behest kb add TITLE, or -e for a form"};
  article.owner = work.actor();
  article.author = work.actor();
  article.created = work.now();
  article.updated = work.now();
  give(article, values);
  article.number = next_number(work.store());
  put(work, article);
  const std::string state = article.is_published ? "" : " (draft)";
  return {article.number, name_of_article(article.number) + state + ": " + article.title, true};
}

Outcome edit_article(Work& work, std::int64_t number, const ArticleValues& values) {
  Article article = article_of(work.store(), number);
  const JsonValue before = value_of(article);
  const bool was_published = article.is_published;
  give(article, values);
  if (value_of(article) == before) return {number, name_of_article(number) + " unchanged", false};
  article.updated = work.now();
  put(work, article);
  std::string what = " edited";
  if (was_published != article.is_published) what = article.is_published ? " published" : " is a draft again";
  return {number, name_of_article(number) + what + ": " + article.title, true};
}

Outcome remove_article(Work& work, std::int64_t number) {
  const Article article = article_of(work.store(), number);
  work.change_record(k_article, std::to_string(number), {});
  return {number, name_of_article(number) + " is gone: " + article.title, true};
}

Outcome draft_article(Work& work, Request& request) {
  const bool is_solved = request.resolution == Resolution::done || request.resolution == Resolution::answered;
  if (request.state != State::closed || !is_solved) {
    throw Error{ErrorKind::refused, id_text(request.number) + " is not solved, so there is no answer to keep",
                "an article comes from a request that is closed as done or answered"};
  }
  for (const Article& article : articles(work.store())) {
    if (article.from != request.number) continue;
    throw Error{ErrorKind::refused,
                id_text(request.number) + " has an article already: " + name_of_article(article.number),
                "see 'behest kb show " + std::to_string(article.number) + "'; 'behest kb add' makes another one"};
  }
  const std::string answer = last_answer(work, request);
  std::string body = request.body;
  if (!answer.empty()) {
    if (!body.empty()) body += "\n\n";
    body += "## Answer\n\n" + answer;
  }
  Article article;
  article.number = next_number(work.store());
  article.title = request.title;
  article.body = body;
  article.category = request.category;
  article.owner = work.actor();
  article.author = work.actor();
  article.from = request.number;
  article.created = work.now();
  article.updated = work.now();
  put(work, article);
  work.change(request, "kb", {change_to(request, "article." + std::to_string(article.number), true)});
  return {article.number,
          name_of_article(article.number) + " (draft) from " + id_text(request.number) + ": " + article.title, true};
}

Outcome link_article(Work& work, Request& request, std::int64_t number, bool is_removed) {
  if (!is_removed) article_of(work.store(), number);
  const Change change = change_to(request, "article." + std::to_string(number), is_removed ? JsonValue() : true);
  const bool is_changed = work.change(request, "kb", {change});
  const std::string what = is_removed ? " does not use " : " uses ";
  return {request.number, id_text(request.number) + what + name_of_article(number) + (is_changed ? "" : " already"),
          is_changed};
}

namespace {

// The name under which this person has voted on the article already, else the name as given.
std::string voter_name(Work& work, std::int64_t number, const std::string& who) {
  std::vector<std::string> voters;
  work.store().each_record(k_vote, [&](const Record& record) {
    if (maybe_integer_in(record.value, "article") == number) voters.push_back(text_in(record.value, "by"));
  });
  const auto same = [&](const std::string& voter) { return is_same_person(work, voter, who); };
  const auto known = std::ranges::find_if(voters, same);
  return known == voters.end() ? who : *known;
}

}  // namespace

Outcome vote_article(Work& work, std::int64_t number, const std::string& who, bool is_helpful) {
  article_of(work.store(), number);
  const std::string name = voter_name(work, number, checked_person("voter", who));
  const JsonValue value = JsonValue::Object{{"article", number}, {"by", name}, {"helpful", is_helpful}};
  const bool is_changed = work.change_record(k_vote, std::to_string(number) + " " + name, value);
  return {number,
          name_of_article(number) + (is_helpful ? " helped " : " did not help ") + name +
              (is_changed ? "" : ", as was said before"),
          is_changed};
}

Outcome deflect_article(Work& work, std::int64_t number, const std::string& who) {
  const Article article = article_of(work.store(), number);
  const std::string name = checked_person("requester", who);
  const JsonValue value = JsonValue::Object{{"article", number}, {"by", name}, {"at", work.now().ms}};
  work.change_record(k_deflection, std::to_string(number) + " " + std::to_string(work.command_id()), value);
  return {number, name_of_article(number) + " answered " + name + ": " + article.title, true};
}

}  // namespace behest::ops
