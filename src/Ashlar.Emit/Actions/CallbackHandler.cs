using Ashlar.Core.Model;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>How an outside service asks for an action: its body is read, and the action run once for each delivery.</summary>
internal static class CallbackHandler
{
    public static Code Handle(ActionDefinition action)
    {
        if (action.Callback is not { } callback)
        {
            return Code.Empty;
        }

        var types = new CSharpTypes(action.Name.Module);
        var read = action.Inputs.Select(input =>
            Code.Of($"var {ActionVariables.LocalOf(input.Name)} = {BodyReading.Of(types, action.Name, input)};"));
        var inputs = ActionContract.Ordered(action).Select(input => Code.Of($"{ActionVariables.LocalOf(input.Name)}"));
        return Code.Of($$"""
            public static async Task<IReply> HandleAsync(Call call)
            {
                var body = await call.BodyAsync();
                {{Code.Lines(read)}}
                if (body.Refusal is { } refusal)
                {
                    return refusal;
                }

                return await call.OnceAsync({{ActionVariables.LocalOf(callback.Once)}}, async work =>
                {
                    if (await RunAsync({{Code.Join(inputs.Prepend(Code.Of($"work")), ", ")}}) is { } failed)
                    {
                        return failed;
                    }

                    return Reply.NoContent();
                });
            }
            """);
    }
}
