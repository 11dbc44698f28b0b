namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>Who asks, and when.</summary>
internal sealed record LabQuestion(Guid? Caller, string[] Roles, DateTimeOffset Now, DateOnly Today);
