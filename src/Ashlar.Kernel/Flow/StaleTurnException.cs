namespace Ashlar.Kernel;

/// <summary>Another worker, or a person, has moved the token meanwhile: nothing of the turn is kept.</summary>
internal sealed class StaleTurnException() : Exception("The token was moved by somebody else.");
