#include "commands/editor.hpp"
#include "commands/form.hpp"
#include "commands/kb_change.hpp"
#include "commands/setter_options.hpp"

namespace behest::commands {
namespace {

std::optional<Instant> time_of(Env& env, const std::optional<std::string>& text) {
  if (!text || text->empty() || *text == "none") return std::nullopt;
  const auto at = parse_instant(*text, env.time());
  if (!at) throw Error{ErrorKind::usage, "--review: " + at.error().message, at.error().hint};
  return *at;
}

ops::ArticleValues values_of(Env& env, const KbOptions& options) {
  if (options.body && options.file) {
    throw Error{ErrorKind::usage, "-b and -F both give a text", "leave one of them out"};
  }
  ops::ArticleValues values;
  values.title = options.title;
  values.body = options.file ? std::optional(text_of_file(env, *options.file)) : options.body;
  values.category = options.category;
  values.owner = options.owner == "me" ? env.actor.name : options.owner == "none" ? std::string() : options.owner;
  values.review = time_of(env, options.review);
  values.has_no_review = options.review && !values.review;
  if (options.state) {
    check_state(*options.state);
    values.is_published = *options.state == "published";
  }
  return values;
}

Form form_of(const Env& env, const ops::ArticleValues& values, const std::string& review) {
  Form form;
  form.hints = {"The text is Markdown and goes below the line '---'. state is draft or published.",
                "Nothing is done when nothing is changed. Lines that begin with # do not count."};
  form.fields = {{"title", values.title.value_or("")},
                 {"category", values.category.value_or("")},
                 {"owner", values.owner.value_or(env.actor.name)},
                 {"review", review},
                 {"state", values.is_published.value_or(false) ? "published" : "draft"}};
  form.body = values.body.value_or("");
  return form;
}

ops::ArticleValues values_of(Env& env, const Form& form) {
  KbOptions options;
  for (const auto& [name, value] : form.fields) {
    if (name == "title") {
      options.title = value;
    } else if (name == "category") {
      options.category = value;
    } else if (name == "owner") {
      options.owner = value;
    } else if (name == "review") {
      options.review = value;
    } else if (name == "state") {
      options.state = value;
    } else {
      throw Error{ErrorKind::usage, "'" + name + "' in the form is not a field of an article", "see the others"};
    }
  }
  options.body = form.body;
  return values_of(env, options);
}

}  // namespace

void add_article(Env& env, const KbOptions& options) {
  KbOptions given = options;
  if (options.words.size() > 1 || (!options.words.empty() && options.title)) {
    throw Error{ErrorKind::usage, "an article has one title", "put it in quotes: behest kb add 'How to …'"};
  }
  if (!options.words.empty()) given.title = options.words.front();
  const auto add = [&](const ops::ArticleValues& chosen) {
    change_articles(env, [&](ops::Work& work) { return std::vector{ops::add_article(work, chosen)}; });
  };
  const ops::ArticleValues values = values_of(env, given);
  if (!options.has_editor) return add(values);
  Editing editing(env, form_of(env, values, options.review.value_or("")).text());
  if (!editing.is_changed()) return;
  editing.save([&] { add(values_of(env, Form::parse(editing.text()))); });
}

void edit_article(Env& env, const KbOptions& options) {
  const std::int64_t number = only_article(options);
  const auto edit = [&](const ops::ArticleValues& chosen) {
    change_articles(env, [&](ops::Work& work) { return std::vector{ops::edit_article(work, number, chosen)}; });
  };
  if (!options.has_editor) return edit(values_of(env, options));
  ops::Article article;
  env.store->read([&] { article = ops::article_of(*env.store, number); });
  ops::ArticleValues old;
  old.title = article.title;
  old.body = article.body;
  old.category = article.category;
  old.owner = article.owner;
  old.is_published = article.is_published;
  Editing editing(env, form_of(env, old, article.review ? format_rfc3339(*article.review) : "").text());
  if (!editing.is_changed()) return;
  editing.save([&] { edit(values_of(env, Form::parse(editing.text()))); });
}

}  // namespace behest::commands
