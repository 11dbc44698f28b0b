using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Host;

/// <summary>`ApiBrowser.cs`: the OpenAPI document and the page to browse it.</summary>
internal static class ApiBrowserFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Host(emission)}/ApiBrowser.cs", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        namespace {{emission.Root}}.Host;

        /// <summary>Shows <c>openapi.json</c> in development: at <c>/openapi.json</c>, and as a page at <c>/docs</c>.</summary>
        internal static class ApiBrowser
        {
            private const string Document = "/openapi.json";

            /// <summary>It stands before the kernel, whose headers forbid the scripts of the page.</summary>
            public static void UseInDevelopment(WebApplication app)
            {
                if (!app.Environment.IsDevelopment())
                {
                    return;
                }

                app.Map(Document, branch => branch.Run(WriteAsync));
                app.UseSwaggerUI(page =>
                {
                    page.RoutePrefix = "docs";
                    page.DocumentTitle = {{Lit.Of(emission.Model.Title.Length > 0 ? emission.Model.Title : emission.Model.Name)}};
                    page.SwaggerEndpoint(Document, {{Lit.Of(emission.Model.Name)}});
                });
            }

            private static async Task WriteAsync(HttpContext http)
            {
                await using var document = typeof(ApiBrowser).Assembly.GetManifestResourceStream("openapi.json")
                    ?? throw new InvalidOperationException("The assembly does not hold openapi.json.");
                http.Response.ContentType = "application/json";
                await document.CopyToAsync(http.Response.Body, http.RequestAborted);
            }
        }
        """);
}
