#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "render/chart.hpp"
#include "render/html.hpp"

namespace behest::render {
namespace {

Chart lines(std::vector<std::optional<double>> values) {
  Chart chart{"Title <b>", Chart::Kind::lines, ChartUnit::count, {}, {{"one & two", values}}};
  for (std::size_t i = 0; i < values.size(); ++i) chart.labels.push_back("<" + std::to_string(i) + ">");
  return chart;
}

TEST_CASE("a sparkline has a block for each of the newest values, and a blank where there is none") {
  CHECK(sparkline({0.0, 4.0, 8.0}, 10) == "▁▅█");
  CHECK(sparkline({0.0, 4.0, std::nullopt, 8.0}, 3) == "▅ █");
  CHECK(sparkline({0.0, 0.0}, 10) == "▁▁");
  CHECK(sparkline({}, 10).empty());
}

TEST_CASE("a bar is as long as its share, and never empty for more than 0") {
  CHECK(bar(1, 2, 4) == "██");
  CHECK(bar(1, 1000, 4) == "▏");
  CHECK(bar(0, 2, 4).empty());
  CHECK(bar(5, 2, 4) == "████");
}

TEST_CASE("no line of a chart is wider than the terminal") {
  Chart chart = lines({});
  for (int i = 0; i < 300; ++i) {
    chart.labels.push_back("很长的标签很长的标签很长的标签很长的标签");
    chart.series.front().values.emplace_back(i);
  }
  for (const std::size_t width : {10UL, 40UL, 80UL, 200UL}) {
    for (const Chart::Kind kind : {Chart::Kind::lines, Chart::Kind::bars}) {
      chart.kind = kind;
      const text::Safe<text::Term> drawn = terminal_chart(chart, width);
      std::string_view rest = drawn.view();
      while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        CHECK(text::width(rest.substr(0, end)) <= width);
        rest.remove_prefix(end + 1);
      }
    }
  }
}

TEST_CASE("figures are told as people read them") {
  CHECK(figure_text(0.5625, ChartUnit::ratio) == "56.3 %");
  CHECK(figure_text(-0.25, ChartUnit::ratio) == "-25.0 %");
  CHECK(figure_text(4.05, ChartUnit::score) == "4.05");
  CHECK(figure_text(5400, ChartUnit::seconds) == "1h 30m");
}

TEST_CASE("a drawing is made safe, whatever its labels are") {
  const std::string svg(html_chart(lines({1.0, std::nullopt, 3.0})).view());
  CHECK(svg.find("<b>") == std::string::npos);
  CHECK(svg.find("<0>") == std::string::npos);
  CHECK(svg.find("Title &lt;b&gt;") != std::string::npos);
  CHECK(svg.find("<circle") != std::string::npos);
  CHECK(svg.find("nan") == std::string::npos);
  Chart bars = lines({2.0, 0.0});
  bars.kind = Chart::Kind::bars;
  CHECK(std::string(html_chart(bars).view()).find("<rect") != std::string::npos);
}

TEST_CASE("a page lets nothing else in, and holds no script") {
  const std::string page(html_beginning("<script>alert(1)</script>").view());
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("default-src &#39;none&#39;") == std::string::npos);
  CHECK(page.find("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(page.find("unsafe") == std::string::npos);
  CHECK(page.find("http") == page.find("http-equiv"));
}

}  // namespace
}  // namespace behest::render
