using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

internal sealed partial class ActionBody
{
    public Code Visit(AuthenticateStatement node)
    {
        var entity = _emission.Entity(node.Entity);
        var login = entity.Field(node.LoginField) ?? throw new InvalidOperationException($"`{node.LoginField}` names no account");
        var find = _sql.Credentials(entity, login);
        var name = _members.Statement($"Select{node.Entity.Name}By{Spelling.Pascal(login.Name)}", find);
        var (value, _) = Read(login.Name, [(node.Login, login.Type)]);
        var (password, _) = Read("password", [(node.Password, node.Password.Type)]);
        var account = node.Result is { } result ? ActionVariables.LocalOf(result.Name) : Ident.Of("_");
        var refused = _variables.Fresh((node.Result?.Name ?? Spelling.Camel(node.Entity.Name)) + "Refusal");
        var arguments = StatementCall.Wrapped([Code.Of($"{name}"), Code.Of($"{_refusals.Of(node)}"), value, password]);
        return Code.Of($$"""
            var ({{account}}, {{refused}}) = await work.AuthenticateAsync({{arguments}});
            if ({{refused}} is not null)
            {
                {{Refused(refused)}}
            }
            """);
    }

    public Code Visit(SignInStatement node)
    {
        var (account, _) = Read("SignedIn", [(node.Account, node.Account.Type)]);
        return Code.Of($"await work.SignInAsync({account});");
    }

    private bool EndsSessions(RowChange change) =>
        _emission.HasPasswords && _emission.Model.Principal is { } principal && principal.Name == change.Entity
        && change.Values.Any(value => principal.Field(value.Field) is { } field && SignInFields.IsPassword(field));

    private Code EndOtherSessions(RowChange change)
    {
        var (account, _) = Read("ChangedAccount", [(change.Row, change.Row.Type)]);
        return Code.Of($"await work.EndOtherSessionsAsync({account});");
    }
}
