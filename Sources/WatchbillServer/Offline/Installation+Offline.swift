internal import HTTPTypes
internal import Hummingbird

extension Installation {
    /// What a browser needs to install the page and to show without a connection what somebody has seen of their own shifts.
    /// None of it tells anything of what is stored.
    func addOffline(to routes: inout Routes) {
        routes.open(.get, "/sw.js") { request, _ in
            // At the root, since it is for all pages; asked anew each time, so that a new one is found.
            try self.assets.answer(request, hash: "", name: "sw.js")
        }
        routes.open(.get, "/offline") { _, _ in .html(self.pages.offlinePage()) }
        routes.open(.get, "/manifest.webmanifest") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/manifest+json", .cacheControl: "no-cache"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: self.pages.manifest)))
        }
    }
}

extension PageRenderer {
    /// Stands in for a page that was not kept, while there is no connection.
    func offlinePage() -> String {
        struct Model: Sendable {}
        return render(
            "offline", Model(), frame: frame(nil, title: language[.offlineTitle], problem: nil, style: "text"))
    }

    /// The web application manifest, by which a handset installs the page.
    var manifest: String {
        """
        {
          "id": "/", "name": "Watchbill", "short_name": "Watchbill", "start_url": "/today", "scope": "/",
          "display": "standalone", "background_color": "#fafaf9", "theme_color": "#1f4f82",
          "icons": [
            {"src": "\(assets)/icon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any"},
            {"src": "\(assets)/icon.svg", "type": "image/svg+xml", "sizes": "192x192 512x512", "purpose": "any"}
          ]
        }

        """
    }
}
