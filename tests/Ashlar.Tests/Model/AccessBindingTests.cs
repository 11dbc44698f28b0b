using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Tests.Model;

public sealed class AccessBindingTests
{
    private const string Row = """
        role Editor granted by Editor
        entity Person principal plural "people" { name: text max 9   password: password max 99   notes: Row[] inverse writer }
        entity Part { text: text max 9   access as row }
        entity Row {
          title: text max 9   cost: int   sold: int readonly = 0   number: int generated sequence
          twice: int computed { cost * 2 }
          at: instant = now on update now   writer: Person on delete cascade   parts: Part[] owned max 9   fans: Person[] linked
          status: state { initial Open   Open -> Done   final Done }
        """;

    [Theory]
    [InlineData("read to anyone", "Read: title cost sold number twice at writer parts fans status")]
    [InlineData("read except { cost, parts } to anyone", "Read: title sold number twice at writer fans status")]
    [InlineData("read { parts, title } to anyone", "Read: title parts")]
    [InlineData("create to signed in", "Create: title cost writer parts fans")]
    [InlineData("create, update to signed in", "Create Update: title cost writer parts fans")]
    [InlineData(
        "read, update to signed in",
        "Read: title cost sold number twice at writer parts fans status|Update: title cost writer parts fans")]
    [InlineData("read, create { title, cost } to signed in", "Read Create: title cost")]
    [InlineData("update except { cost } to Editor", "Update: title writer parts fans")]
    [InlineData("create, update, delete to Editor", "Create Update: title cost writer parts fans|Delete: ")]
    public void A_rule_reaches_the_fields_that_its_operations_may_have(string rule, string expected)
    {
        Assert.Equal(expected, string.Join('|', AccessOf(rule, "Row").Rules.Select(Render)));
    }

    [Fact]
    public void A_password_is_never_among_the_fields_that_are_read()
    {
        const string fields = "name: text max 9   password: password max 99";
        var model = Models.Compile($"entity Person principal {{ {fields}   access {{ read, create to anyone }} }}").Model;
        Assert.Equal(["Read: name", "Create: name password"], model.Entities[0].Access.Rules.Select(Render));
    }

    [Fact]
    public void Owned_rows_are_read_by_those_who_read_the_list_and_written_by_those_who_update_it()
    {
        var access = AccessOf(
            """
            read { title } to anyone
            read           to signed in where writer == caller
            create         to signed in
            update { parts } to Editor
            update { title } to anyone
            """,
            "Part");
        Assert.Equal((AccessKind.SameAsOwner, "row"), (access.Kind, access.SameAs));
        Assert.Equal(
            ["Read SignedIn: row text", "Create Roles: row text", "Update Roles: text", "Delete Roles: "],
            access.Rules.Select(rule => Render(rule).Replace(":", $" {rule.Audience.Kind}:", StringComparison.Ordinal)));
        var where = Assert.IsType<Binary>(access.Rules[0].Where);
        var writer = Assert.IsType<FieldAccess>(where.Left);
        var row = Assert.IsType<FieldAccess>(writer.Target);
        var self = Assert.IsType<Variable>(row.Target);
        Assert.Equal(("writer", "row", VariableKind.This), (writer.Field, row.Field, self.Kind));
        Assert.Equal("Main.Part", Assert.IsType<Core.Model.Types.ReferenceType>(self.Type).Entity.ToString());
    }

    [Theory]
    [InlineData("read to signed in where caller.name > \"a\"", "")]
    [InlineData("read to Editor where caller.name > \"a\"", "")]
    [InlineData("read to anyone where caller.name > \"a\"", "possibly-null: caller.name")]
    [InlineData("read to anyone where old.cost > 1", "unknown-name: old")]
    [InlineData("read to anyone where cost", "type-mismatch: cost")]
    [InlineData("read to anyone where at < now and count(p in Person) > 1 and any(p in parts: p.text != \"\")", "")]
    [InlineData("create { title, sold } to signed in", "not-writable: sold")]
    [InlineData("update { number } to signed in", "not-writable: number")]
    [InlineData("update { status } to signed in", "not-writable: status")]
    [InlineData("update { at } to signed in", "not-writable: at")]
    [InlineData("read { titel } to signed in", "unknown-field: titel")]
    [InlineData("read to Edtor", "unknown-role: Edtor")]
    [InlineData("delete { title } to Editor", "delete-takes-no-fields: title")]
    public void A_rule_is_checked(string rule, string finding)
    {
        Assert.Equal(finding, string.Join('|', Models.Findings($"{Row}\naccess {{ {rule} }} }}")));
    }

    [Fact]
    public void What_is_never_done_and_who_is_meant_is_kept()
    {
        var access = AccessOf("never update, delete\nread to Editor where cost > 0", "Row");
        Assert.Equal([Operation.Update, Operation.Delete], access.Never);
        var rule = Assert.Single(access.Rules);
        Assert.Equal(["Editor"], rule.Audience.Roles);
        Assert.NotNull(rule.Where);
    }

    private static Access AccessOf(string rules, string entity)
    {
        var compilation = Models.Compile($"{Row}\naccess {{ {rules} }} }}");
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        return compilation.Model.Entities.Single(one => one.Name.Name == entity).Access;
    }

    private static string Render(AccessRule rule) => $"{string.Join(' ', rule.Operations)}: {string.Join(' ', rule.Fields)}";
}
