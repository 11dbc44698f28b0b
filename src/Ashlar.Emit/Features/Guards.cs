using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>What a handler asks before anything else.</summary>
internal static class Guards
{
    /// <summary>The same where the row is not that of the caller, who is asked for anyway.</summary>
    public static Code SignedIn(ExposedOperation operation) =>
        Code.When(!operation.Expose.IsOfCaller, () => SignedIn(operation.Gate));

    /// <summary>Sends callers to the sign-in where no rule is for anyone.</summary>
    public static Code SignedIn(Gate gate) => Code.When(gate.NeedsSignIn, () => Code.Of($$"""
        if (!call.Caller.IsSignedIn)
        {
            return Refusal.SignedOut;
        }
        """));

    /// <summary>Refuses callers without a role that every rule asks for, else those who have not signed in.</summary>
    public static Code Allowed(Gate gate) => gate.RolesNeeded.IsEmpty ? SignedIn(gate) : Code.Of($$"""
        if (!{{StatementArguments.HasRole(gate.RolesNeeded)}})
        {
            return call.Denied;
        }
        """);

    /// <summary>The same for a request whose row belongs to the caller.</summary>
    public static Code Create(Gate gate, Creation creation)
    {
        if (!CreationCode.NeedsCaller(creation))
        {
            return Allowed(gate);
        }

        var caller = Code.Of($$"""
            if (call.Caller.Id is not { } callerId)
            {
                return Refusal.SignedOut;
            }
            """);
        return gate.RolesNeeded.IsEmpty ? caller : Code.Blocks([Allowed(gate), caller]);
    }

    /// <summary>What is no identifier names nothing.</summary>
    public static Code Id() => Code.Of($$"""
        if (call.Id() is not { } id)
        {
            return Refusal.NotFound;
        }
        """);
}
