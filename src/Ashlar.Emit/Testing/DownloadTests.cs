using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`DownloadBookCoverTests.cs`.</summary>
internal static class DownloadTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.FileOperations
        .Where(operation => operation.Action == FileAction.Download)
        .SelectMany(operation => Class(emission, operation));

    private static IEnumerable<EmittedFile> Class(Emission emission, FileOperation operation)
    {
        var upload = emission.FileOperations.FirstOrDefault(other =>
            other.Action == FileAction.Upload && other.Path == operation.Path);
        return upload is not null && new FileCases(emission.Stage, upload).Good() is { } good
            ? TestClass.Of(emission, operation, Members(emission, operation, good))
            : [];
    }

    private static IEnumerable<Code> Members(Emission emission, FileOperation operation, GoodFile good)
    {
        var cases = new FileCases(emission.Stage, operation);
        var sights = cases.Sights(good.With).ToList();
        var reader = sights.Find(sight => sight.Outcome.Status == 200)?.Actor;
        yield return TestClass.Constant(Ident.Of("Path"), cases.Path(good.Without.Id));
        yield return TestClass.Constant(Ident.Of("Type"), cases.Types[0]);
        yield return Code.Of($$"""
            [Fact]
            public Task Whoever_may_gets_the_file_and_nobody_else() => RunningSystem.OnFreshAsync(async running =>
            {
                (await running.PutAsync({{Lit.Of(good.Actor.Name)}}, Path, Type)).Expect(204);
                {{Code.Lines(sights.Select(Sight))}}
            });
            """);
        if (reader is null)
        {
            yield break;
        }

        yield return Code.Of($$"""
            [Fact]
            public Task Where_there_is_no_file_nothing_is_found() => system.OnEachAsync(async running =>
            {
                (await running.GetAsync({{Lit.Of(reader.Name)}}, Path)).Expect(404, "not-found");
                (await running.GetAsync({{Lit.Of(reader.Name)}}, {{Lit.Of(cases.Path(TestClass.NoSuchId))}})).Expect(404, "not-found");
            });
            """);
        if (MemberOf(emission, operation) is { } member)
        {
            yield return Code.Of($$"""
                [Fact]
                public Task The_row_says_where_its_file_is() => RunningSystem.OnFreshAsync(async running =>
                {
                    (await running.PutAsync({{Lit.Of(good.Actor.Name)}}, Path, Type)).Expect(204);
                    (await running.GetAsync({{Lit.Of(reader.Name)}}, {{Lit.Of(cases.RowPath(good.Without))}})).ExpectFileAt({{Lit.Of(member)}}, {{Href(emission, operation, good)}}, Type);
                });
                """);
        }
    }

    /// <summary>Where several APIs offer the bytes, the first of them is shown.</summary>
    private static Code Href(Emission emission, FileOperation operation, GoodFile good)
    {
        var first = emission.FileOperations.First(other =>
            other.Action == FileAction.Download && other.Entity.Name == operation.Entity.Name && other.Field == operation.Field);
        return first == operation
            ? Code.Of($"Path")
            : Code.Of($"{Lit.Of(new FileCases(emission.Stage, first).Path(good.Without.Id))}");
    }

    private static Code Sight(Attempt sight)
    {
        var expected = sight.Outcome.Status == 200
            ? Code.Of($"ExpectFile(Type)")
            : Code.Of($"Expect({sight.Outcome.Status}, {Lit.Of(sight.Outcome.Code)})");
        return Code.Of($"(await running.GetAsync({Lit.Of(sight.Actor.Name)}, Path)).{expected};");
    }

    /// <summary>The member of the row's own reply that shows the file; null where there is none.</summary>
    private static string? MemberOf(Emission emission, FileOperation operation)
    {
        if (operation.Expose.Endpoint(EndpointKind.Read) is not { } read)
        {
            return null;
        }

        return read.Reply is not { } shape ? operation.Field.Name : emission.Shape(shape).Fields
            .FirstOrDefault(key => key.Value is FieldAccess { Target: Variable { Kind: VariableKind.This } } access
                && access.Field == operation.Field.Name)?.Name;
    }
}
