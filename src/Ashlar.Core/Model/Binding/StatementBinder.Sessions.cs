using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Steps about who somebody is: `authenticate` and `sign in`.</summary>
internal sealed partial class StatementBinder
{
    public Statement? Visit(AuthenticateSyntax node)
    {
        var entity = Lookup.Find<EntityElement>(_site, node.Entity, Wanted.Entity);
        var bound = entity is not null && IsAccount(node, entity)
            ? BindCredentials(node, entity)
            : BindAlone(node.Values);
        var isRefusal = IsRefusal(_site.About(node.Name.Text), node.Name, node.Message);
        var account = node.As is null ? null : Give(node.As, entity?.Type ?? (ModelType)new UnknownType());
        return entity is null || bound is not var (field, login, password) || !isRefusal
            ? null
            : new AuthenticateStatement(
                entity.Name, field, login, password, node.Name.Text, node.Message?.Value ?? "", _site.OriginOf(node.Entity))
            {
                Result = account,
            };
    }

    public Statement? Visit(SignInStepSyntax node)
    {
        if (_site.Names.Principal is not { } principal)
        {
            _site.Add(NoPrincipal.At(_site, node));
            return null;
        }

        var account = ExpressionBinder.BindValue(_site, _scope, node.Account, principal.Type);
        return new SignInStatement(account, _site.OriginOf(node));
    }

    private bool IsAccount(AuthenticateSyntax node, EntityElement entity)
    {
        if (entity.Site.Module != _site.Module && !Lookup.IsSeen(_site, node.Entity, entity))
        {
            return false;
        }

        if (entity == _site.Names.Principal && PasswordOf(entity) is not null)
        {
            return true;
        }

        _site.Add(AuthenticateForm.NoAccount(_site.At(node.Entity), entity, _site.Names.Principal));
        return false;
    }

    private static FieldSlot? PasswordOf(EntityElement entity) =>
        entity.Fields.Slots.FirstOrDefault(slot => ScalarTypes.Is(slot.Field.Type, Scalar.Password));

    /// <summary>The field that names the account with its value, and the password; null, which is reported, for others.</summary>
    private (string Field, Expression Login, Expression Password)? BindCredentials(
        AuthenticateSyntax node, EntityElement entity)
    {
        var password = PasswordOf(entity);
        var written = node.Values.Fields.Where(argument => !argument.Name.IsMissing).ToList();
        var secret = written.Where(argument => argument.Name.Text == password?.Field.Name).ToList();
        var others = written.Except(secret).ToList();
        if (secret is not [var given] || others is not [var name]
            || entity.Fields.Find(name.Name.Text) is not { } login || !NamesOne(login))
        {
            var keys = entity.Fields.Slots.Where(NamesOne);
            _site.Add(AuthenticateForm.Credentials(_site.At(node.Values), entity, keys, password));
            return BindAlone(node.Values);
        }

        var value = ExpressionBinder.BindValue(_site, _scope, name.Value, login.Field.Type);
        return BindPassword(given.Value) is { } attempt ? (login.Field.Name, value, attempt) : null;
    }

    /// <summary>What somebody types need not obey the rules of new passwords, so it may be a text too.</summary>
    private Expression? BindPassword(ExpressionSyntax node)
    {
        var value = ExpressionBinder.BindAny(_site, _scope, node);
        if (value is Variable
            {
                Kind: VariableKind.Input, Type: ScalarType { IsNullable: false, Scalar: Scalar.Password or Scalar.Text }
            })
        {
            return value;
        }

        if (value.Type is not UnknownType)
        {
            _site.Add(PasswordSource.OfAttempt(_site.At(node)));
        }

        return null;
    }

    private static bool NamesOne(FieldSlot slot) => slot.Field is
    {
        IsUnique: true, Type: ScalarType { IsNullable: false, Scalar: Scalar.Email or Scalar.Text }
    };

    private (string, Expression, Expression)? BindAlone(ObjectSyntax node)
    {
        new GivenValues(_site, _scope, node).BindAlone();
        return null;
    }

    /// <summary>A password comes from an input that has the rules of the field; nothing else says what it may be.</summary>
    private bool IsPassword(ExpressionSyntax node, Expression value, FieldSlot slot)
    {
        // What is no password at all is reported already.
        if (!ScalarTypes.Is(slot.Field.Type, Scalar.Password) || !ScalarTypes.Is(value.Type, Scalar.Password))
        {
            return true;
        }

        if (value is not Variable { Kind: VariableKind.Input } variable || _scope.Find(variable.Name) is not { } input)
        {
            _site.Add(PasswordSource.NoInput(_site.At(node), slot));
            return false;
        }

        if (PasswordSource.IsAsStrict(input.Constraints, slot.Field.Constraints))
        {
            return true;
        }

        _site.Add(PasswordSource.Looser(_site.At(node), variable.Name, slot));
        return false;
    }

    /// <summary>The same for each value that an object gives.</summary>
    private void CheckPasswords(ObjectSyntax node, FieldTable fields, IEnumerable<GivenValue> values)
    {
        foreach (var given in values)
        {
            var written = node.Fields.FirstOrDefault(argument => argument.Name.Text == given.Field);
            if (written is not null && fields.Find(given.Field) is { } slot)
            {
                IsPassword(written.Value, given.Value, slot);
            }
        }
    }
}
