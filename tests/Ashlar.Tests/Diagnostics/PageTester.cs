using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

/// <summary>Checks one page with a compiler and says everything that is wrong with it, one line each.</summary>
internal sealed class PageTester(Func<IReadOnlyList<SourceFile>, IReadOnlyList<Diagnostic>> compile)
{
    public IReadOnlyList<string> Test(Rule rule, Page? page)
    {
        if (page is null)
        {
            return [$"`{rule.Code}` has no page {rule.GetType().Name}.md"];
        }

        return
        [
            .. FormOf(rule, page),
            .. page.Fails.SelectMany((block, index) => TestFails(rule, PageModel.Parse(block), $"Fails {index + 1}")),
            .. page.Passes.SelectMany((block, index) => TestPasses(PageModel.Parse(block), $"Passes {index + 1}")),
        ];
    }

    private static IEnumerable<string> FormOf(Rule rule, Page page)
    {
        return new (bool IsWrong, string Complaint)[]
        {
            (page.Code != rule.Code, $"the title is `{page.Code}`, the code is `{rule.Code}`"),
            (page.Reason.Length == 0, "no paragraph says why it matters"),
            (page.Fails.IsEmpty, "no block under Fails"),
            (page.Passes.IsEmpty, "no block under Passes"),
            (page.Fix.Length == 0, "nothing stands under Fix"),
        }.Where(check => check.IsWrong).Select(check => check.Complaint);
    }

    private IEnumerable<string> TestFails(Rule rule, PageModel model, string block)
    {
        if (!model.Marks.Any(mark => mark.Code == rule.Code))
        {
            yield return $"{block}: no line is marked with `{rule.Code}`";
        }

        var found = compile(model.Files);
        var complaints = Compare(model, found)
            .Concat(StyleOf(model, found))
            .Concat(found.SelectMany(one => TestFixes(model, found, one)));
        foreach (var complaint in complaints)
        {
            yield return $"{block}: {complaint}";
        }
    }

    private IEnumerable<string> TestPasses(PageModel model, string block) =>
        Compare(model with { Marks = [] }, compile(model.Files)).Select(complaint => $"{block}: {complaint}");

    private static IEnumerable<string> Compare(PageModel model, IReadOnlyList<Diagnostic> found)
    {
        var expected = model.Marks.Select(mark => mark.ToString()).ToList();
        foreach (var diagnostic in found)
        {
            var mark = MarkOf(model, diagnostic).ToString();
            if (!expected.Remove(mark))
            {
                yield return $"not marked: {mark}: {diagnostic.Message}";
            }
        }

        foreach (var missing in expected)
        {
            yield return $"not found: {missing}";
        }
    }

    private static PageMark MarkOf(PageModel model, Diagnostic diagnostic)
    {
        var file = model.Files.FirstOrDefault(file => file.Path == diagnostic.Location.Path);
        var line = file?.PositionOf(diagnostic.Location.Span.Start).Line ?? 0;
        return new PageMark(diagnostic.Location.Path, line, diagnostic.Severity, diagnostic.Code);
    }

    private static IEnumerable<string> StyleOf(PageModel model, IReadOnlyList<Diagnostic> found) =>
        found.SelectMany(one => MessageStyle.Of(one, model.Files).Select(complaint => $"`{one.Code}`: {complaint}"));

    private IEnumerable<string> TestFixes(PageModel model, IReadOnlyList<Diagnostic> before, Diagnostic diagnostic) =>
        diagnostic.Fixes.SelectMany(fix => TestFix(model, before, diagnostic, fix));

    private IEnumerable<string> TestFix(PageModel model, IReadOnlyList<Diagnostic> before, Diagnostic diagnostic, Fix fix)
    {
        var after = compile(FixApplier.Apply(model.Files, fix)).Select(KeyOf).ToList();
        if (after.Count(key => key == KeyOf(diagnostic)) >= before.Count(one => KeyOf(one) == KeyOf(diagnostic)))
        {
            yield return $"the fix `{fix.Title}` leaves `{diagnostic.Code}`";
        }

        foreach (var added in after.Where(key => before.All(one => KeyOf(one) != key)))
        {
            yield return $"the fix `{fix.Title}` adds {added}";
        }
    }

    private static string KeyOf(Diagnostic diagnostic) => $"`{diagnostic.Code}`: {diagnostic.Message}";
}
