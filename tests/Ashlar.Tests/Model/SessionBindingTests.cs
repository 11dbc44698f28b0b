using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

public sealed class SessionBindingTests
{
    [Fact]
    public void An_authentication_knows_the_account_its_name_and_the_refusal()
    {
        var action = Action(
            Text("authenticate Account { email: order.buyer.email, password: old } as who else Wrong \"No.\"   sign in who"),
            "Act");
        var step = Assert.Single(action.Body.OfType<AuthenticateStatement>());
        Assert.Equal(("Main.Account", "email"), (step.Entity.ToString(), step.LoginField));
        Assert.Equal(("Wrong", "No."), step.Refusal());
        Assert.Equal("who", step.Result?.Name);
        var account = Assert.Single(action.Body.OfType<SignInStatement>()).Account;
        Assert.Equal("who", Assert.IsType<Variable>(account).Name);
    }

    [Theory]
    [InlineData("authenticate Order { number: \"1\", password: old } else Wrong \"No.\"", "authenticate-form: Order")]
    [InlineData("authenticate Account { password: old } else Wrong \"No.\"", "authenticate-form: { password: old }")]
    [InlineData("authenticate Account { name: \"A\", password: old } else Wrong \"No.\"",
        "authenticate-form: { name: \"A\", password: old }")]
    [InlineData("authenticate Account { email: \"a@b.c\", password: \"old\" } else Wrong \"No.\"", "password-source: \"old\"")]
    [InlineData("authenticate Nobody { email: \"a@b.c\", password: old } else Wrong \"No.\"", "unknown-entity: Nobody")]
    [InlineData("authenticate Account { email: \"a@b.c\", password: old } else wrong \"No.\"", "require-form: wrong")]
    [InlineData("sign in order", "type-mismatch: order")]
    [InlineData("sign in order.gift", "possibly-null: order.gift")]
    [InlineData("set order.buyer.password = old", "type-mismatch: old")]
    [InlineData("set order.buyer.password = plain", "type-mismatch: plain")]
    [InlineData("set order.buyer.password = order.buyer.password", "password-source: order.buyer.password")]
    [InlineData("set order.buyer.password = \"hunter two hunter\"", "password-source: \"hunter two hunter\"")]
    [InlineData("set order.buyer.password = longer", "password-source: longer")]
    [InlineData("set order.buyer.password = null")]
    [InlineData("set order.buyer.password = shorter")]
    [InlineData("create Account { email: \"a@b.c\", password: longer }", "password-source: longer")]
    public void What_proves_nothing_is_found(string steps, params string[] findings) =>
        Assert.Equal(findings, Models.Findings(Text(steps)));

    private static string Text(string steps) => $$"""
        {{Rows}}
        action Act {
          input { order: Order, old: text max 200, plain: text max 50, shorter: password min 9 max 50, longer: password max 128 }
          access to signed in
          do {
            {{steps}}
          }
        }
        """;
}
