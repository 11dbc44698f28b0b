using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>
/// What outside services call. Nobody signs in there: whoever can sign the body is let in, and nothing of a request is parsed
/// or looked up before.
/// </summary>
public sealed class Callbacks(IEndpointRouteBuilder routes)
{
    /// <summary>The values of a configuration of the model.</summary>
    public T Settings<T>() where T : class => routes.ServiceProvider.GetRequiredService<T>();

    /// <summary>Maps POST of what is signed, and carried out once for each delivery.</summary>
    public void Post(string path, string element, HmacSignature signature, Handler handler) =>
        Map(path, element, signature, handler, ignoresUnknownMembers: false);

    /// <summary>The same for bodies that may have members that nobody asked for.</summary>
    public void PostOpen(string path, string element, HmacSignature signature, Handler handler) =>
        Map(path, element, signature, handler, ignoresUnknownMembers: true);

    private void Map(string path, string element, HmacSignature signature, Handler handler, bool ignoresUnknownMembers)
    {
        var services = routes.ServiceProvider;
        var pipeline = new Pipeline(services, roles: []) { IgnoresUnknownMembers = ignoresUnknownMembers };
        var reception = new Reception(
            element, signature, services.GetRequiredService<RequestLimits>(), services.GetRequiredService<KernelOptions>());
        Handler received = call => reception.ReceiveAsync(call, handler);
        var scope = new LogElement(element);
        routes
            .MapMethods(path, ["POST"], http => pipeline.InvokeAsync(http, EndpointKind.Callback, scope, received))
            .WithMetadata(new ModelElement(element), signature)
            .WithDisplayName(element);
    }
}
