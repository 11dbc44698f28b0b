using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel.Tests.Web;

/// <summary>What an api answers to what it refuses, where it has a form of its own.</summary>
public sealed class ErrorFormTests
{
    private static readonly ErrorForm BySubject = new(
        ErrorPart.Object(("errors", ErrorPart.Subjects)),
        new ErrorAnswer("invalid") { Status = 422 },
        new ErrorAnswer("blank") { Message = "can't be blank" },
        new ErrorAnswer("taken") { Message = "has already been taken" },
        new ErrorAnswer("signed-out") { Subject = "token", Message = "is missing" });

    [Fact]
    public async Task Members_are_subjects_and_have_all_their_messages()
    {
        var refusal = Refusal.Invalid(
            new("article.title", "blank", "It may not be blank."),
            new("article.tags[1]", "too-long", "Too long."),
            new("article.tags[2]", "no-match", "No match."),
            new("article.tags[3]", "no-match", "No match."));

        var (status, type, body) = await AnswerAsync(BySubject, refusal);

        Assert.Equal((422, "application/json"), (status, type));
        Assert.Equal("""{"errors":{"title":["can't be blank"],"tags":["Too long.","No match."]}}""", body);
    }

    [Fact]
    public async Task What_is_about_no_member_is_about_what_the_endpoint_is_for()
    {
        const string text = "There is no such resource.";
        Assert.Equal((404, $$$"""{"errors":{"article":["{{{text}}}"]}}"""), await SaidAsync(Refusal.NotFound, "article"));
        Assert.Equal((404, $$$"""{"errors":{"request":["{{{text}}}"]}}"""), await SaidAsync(Refusal.NotFound));
        Assert.Equal((401, """{"errors":{"token":["is missing"]}}"""), await SaidAsync(Refusal.SignedOut, "article"));
        Assert.Equal(
            (409, """{"errors":{"slug":["has already been taken"]}}"""),
            await SaidAsync(Refusal.Taken("Another has it.", "slug"), "article"));
        Assert.Equal(
            (422, """{"errors":{"article":["The body is empty."]}}"""),
            await SaidAsync(Refusal.Invalid(new FieldProblem("", "malformed", "The body is empty.")), "article"));
    }

    [Fact]
    public async Task A_body_says_what_it_is_made_of()
    {
        var form = new ErrorForm(ErrorPart.Object(
            ("error", ErrorPart.Object(("kind", ErrorPart.Code), ("text", ErrorPart.Message))),
            ("status", ErrorPart.Status),
            ("from", ErrorPart.Text("a \"shop\""))));

        var (status, _, body) = await AnswerAsync(form, Refusal.Forbidden);

        Assert.Equal(403, status);
        Assert.Equal(
            """{"error":{"kind":"forbidden","text":"You may not do this."},"status":403,"from":"a \"shop\""}""", body);
    }

    [Fact]
    public async Task Without_a_body_of_its_own_it_is_a_problem_document_with_the_other_status_and_message()
    {
        var form = new ErrorForm(null, new ErrorAnswer("forbidden") { Status = 404, Message = "Nothing here." });

        var (status, type, body) = await AnswerAsync(form, Refusal.Forbidden);

        Assert.Equal((404, "application/problem+json"), (status, type));
        Assert.StartsWith(
            """{"type":"urn:problem:forbidden","title":"Nothing here.","status":404,"code":"forbidden",""",
            body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_signed_out_is_asked_for_a_token_whatever_the_form()
    {
        var http = Context("article");
        await ProblemWriter.WriteAsync(http, Refusal.SignedOut);

        Assert.Equal("Bearer", http.Response.Headers.WWWAuthenticate);
    }

    private static async Task<(int Status, string Body)> SaidAsync(Refusal refusal, string? subject = null)
    {
        var (status, _, body) = await AnswerAsync(BySubject, refusal, subject);
        return (status, body);
    }

    private static async Task<(int Status, string? Type, string Body)> AnswerAsync(
        ErrorForm form, Refusal refusal, string? subject = null)
    {
        var http = Context(subject);
        http.Features.Set(form);
        await ProblemWriter.WriteAsync(http, refusal);
        http.Response.Body.Position = 0;
        using var reader = new StreamReader(http.Response.Body);
        var body = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (http.Response.StatusCode, http.Response.ContentType, body);
    }

    private static DefaultHttpContext Context(string? subject)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var metadata = subject is null ? [] : new object[] { new ErrorSubject(subject) };
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), "test"));
        return http;
    }
}
