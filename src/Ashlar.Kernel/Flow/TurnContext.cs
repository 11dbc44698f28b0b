using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>One transaction of one step, before the workflow has read the state.</summary>
/// <param name="Work">The transaction.</param>
/// <param name="Token">What stands at the step.</param>
/// <param name="State">What the instance knows.</param>
internal sealed record TurnContext(UnitOfWork Work, Token Token, JsonElement State);
